import { COMPANY_SHARES, NATION, PRESCRIBER_SHARES, type Size, SUPPLIER_SHARES } from './proportions.js';

/** How many of each kind a world has. */
export interface Amounts {
  readonly companies: Readonly<Record<string, number>>;
  readonly prescribers: Readonly<Record<string, number>>;
  /** Besides companies, which sell as well. */
  readonly suppliers: Readonly<Record<string, number>>;
  readonly buyers: number;
  readonly applications: number;
  readonly months: number;
}

const SMALL: Amounts = {
  companies: { ACI: 6, AI: 3, EI: 4, ETTI: 2, EITI: 1, GEIQ: 2, OPCS: 1, EA: 1, EATT: 1 },
  prescribers: { FT: 2, ML: 1, DEPT: 1, CCAS: 2, PLIE: 1, CAP_EMPLOI: 1, CHRS: 1, SPIP: 1, CIDFF: 1, E2C: 1, Orienteur: 1, Autre: 1 },
  suppliers: { ESAT: 1, EA: 1, ACI: 1 },
  buyers: 1,
  applications: 400,
  months: 14,
};

const scaled = (shares: Readonly<Record<string, number>>, total: number) => {
  const sum = Object.values(shares).reduce((a, b) => a + b, 0);
  return Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, Math.max(1, Math.round((share / sum) * total))]));
};

/** Companies that hire sell as well: these are the suppliers besides them. */
const besides = (companies: Readonly<Record<string, number>>, suppliers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(suppliers).map(([kind, count]) => [kind, Math.max(0, count - (companies[kind] ?? 0))]));

export const amountsOf = (size: Size, population: number): Amounts => {
  if (size === 'small') return SMALL;
  const share = population / NATION.population;
  const companies = scaled(COMPANY_SHARES, (NATION.siae + 310) * share);
  return {
    companies,
    prescribers: scaled(PRESCRIBER_SHARES, NATION.prescribers * share),
    suppliers: besides(companies, scaled(SUPPLIER_SHARES, NATION.suppliers * share)),
    buyers: Math.round(NATION.buyers * share),
    applications: Math.round(NATION.applicationsAYear * share),
    months: 12,
  };
};
