import { derivedId, type Id } from '#kernel';
import { contractTypesFor, departmentOf, romeLabel } from '#reference';
import type { CompanyKind, Location, OrganisationType } from '#organisations';
import { inventOrganisation } from './names.js';
import type { Places } from './places.js';
import { PRESCRIBER_ACTIVITY, UNAUTHORISED_KINDS } from './proportions.js';
import type { Random } from './random.js';

export interface PlannedJob {
  readonly id: Id;
  readonly rome: string;
  readonly title: string;
  readonly contractType: string;
  readonly places: number;
}
export interface PlannedOrganisation {
  readonly id: Id;
  readonly type: OrganisationType;
  readonly kind: string;
  readonly name: string;
  readonly siret: string;
  readonly naf: string;
  readonly location: Location;
  readonly authorised: boolean;
  readonly members: readonly Id[];
  readonly jobs: readonly PlannedJob[];
  /** How often it takes part in what happens. */
  readonly activity: number;
}

/** What an inclusive employer does: its NAF code and the jobs that go with it. */
const TRADES: readonly (readonly [naf: string, ...romes: string[]])[] = [
  ['8130Z', 'A1203', 'A1202', 'F1702'],
  ['8121Z', 'K2204', 'K2202', 'K2303'],
  ['0113Z', 'A1414', 'A1402', 'N1105'],
  ['3832Z', 'K2304', 'N1103', 'N4105'],
  ['5610A', 'G1602', 'G1603', 'G1605'],
  ['4334Z', 'F1606', 'F1609', 'F1704'],
  ['8810A', 'K1304', 'K1302', 'K1305'],
  ['9601B', 'K2201', 'H2410', 'D1205'],
  ['4779Z', 'D1214', 'I1402', 'N1105'],
  ['8299Z', 'H3302', 'N1103', 'M1602'],
  ['4520A', 'I1604', 'I1607', 'N4105'],
];
const AGENCIES: readonly (readonly [naf: string, ...romes: string[]])[] = [['7820Z', 'N1105', 'F1704', 'K2204', 'N1103', 'H3302', 'G1603']];

/** Never given to anybody: real numbers do not begin with three zeros. */
const fictionalSiret = (id: Id): string => `000${String(parseInt(derivedId('siret', id).replaceAll('-', '').slice(0, 12), 16) % 10 ** 11).padStart(11, '0')}`;

interface Options {
  readonly id: Id;
  readonly kind: string;
  readonly location?: Location;
  readonly name?: string;
  readonly members?: number;
  readonly activity?: number;
}

export const planCompany = (random: Random, places: Places, { id, kind, members = random.between(1, 2), activity = random.between(1, 3), ...given }: Options): PlannedOrganisation => {
  const location = given.location ?? places.location(random);
  const [naf, ...romes] = random.pick(kind === 'ETTI' ? AGENCIES : TRADES);
  const contracts = contractTypesFor(kind);
  const jobs = random.some(romes, kind === 'GEIQ' ? 2 : random.between(0, 3)).map((rome) => ({
    id: derivedId(id, 'job', rome),
    rome,
    title: romeLabel(rome),
    contractType: kind === 'ETTI' ? 'TEMPORARY' : contracts[0]!,
    places: random.between(1, 6),
  }));
  return { ...organisation('company', id, kind, given.name ?? inventOrganisation(random, kind, location.city), location, members, activity), naf, jobs };
};

export const planPrescriber = (random: Random, places: Places, { id, kind, members = random.between(1, 2), ...given }: Options): PlannedOrganisation => {
  const location = given.location ?? places.location(random);
  const activity = given.activity ?? PRESCRIBER_ACTIVITY[kind] ?? 4;
  const planned = organisation('prescriber', id, kind, given.name ?? inventOrganisation(random, kind, location.city), location, members, activity);
  return { ...planned, authorised: !UNAUTHORISED_KINDS.includes(kind) };
};

export const planTrader = (random: Random, places: Places, type: 'buyer' | 'supplier', { id, kind, members = 1, ...given }: Options): PlannedOrganisation => {
  const location = given.location ?? places.location(random);
  return organisation(type, id, kind, given.name ?? inventOrganisation(random, kind, location.city), location, members, 1);
};

export const planInstitution = (kind: string, name: string, place: string | null, members: number): PlannedOrganisation => {
  const id = derivedId('institution', kind, place ?? 'FR');
  const nowhere: Location = { address: '', postCode: '', city: '', insee: null, department: kind.startsWith('DDETS') ? place! : '', lat: null, lon: null };
  return organisation('institution', id, kind, name, nowhere, members, 1);
};

export const institutionRegion = ({ kind, location }: PlannedOrganisation, region: string): string | null => (kind.startsWith('DREETS') ? region : (departmentOf(location.department)?.region.code ?? null));

const organisation = (type: OrganisationType, id: Id, kind: string, name: string, location: Location, members: number, activity: number): PlannedOrganisation => ({
  id,
  type,
  kind,
  name,
  siret: fictionalSiret(id),
  naf: '',
  location,
  authorised: false,
  members: Array.from({ length: members }, (_, n) => derivedId(id, 'member', n)),
  jobs: [],
  activity,
});

export const companyKind = ({ kind }: PlannedOrganisation): CompanyKind => kind as CompanyKind;
