import type { Id } from '#kernel';
import { commune } from '#reference';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoPeople } from './demo.js';
import { type PlannedOrganisation, planCompany, planPrescriber, planTrader } from './organisations.js';
import { fictionalNir, type PlannedPerson, planPerson } from './people.js';
import type { Places } from './places.js';
import type { Random } from './random.js';

/** The city of the demonstration accounts. */
const HOME_COMMUNE = '67482';

export type MakeId = (...parts: (string | number)[]) => Id;

/** The organisations and people a visitor may act for. */
export interface Demonstration {
  readonly organisations: readonly PlannedOrganisation[];
  readonly demo: DemoPeople;
  readonly candidate: PlannedPerson;
  readonly by: Readonly<Record<'prescriber' | 'aci' | 'etti' | 'orienter' | 'ei' | 'mission', PlannedOrganisation>>;
}

export const demonstration = (random: Random, places: Places, id: MakeId): Demonstration => {
  const home = commune(HOME_COMMUNE)!;
  const here = () => places.location(random, home);
  const account = (key: string) => id('demo', key);
  const withMember = (organisation: PlannedOrganisation, key: string): PlannedOrganisation => ({ ...organisation, members: [account(key), ...organisation.members] });
  const company = (kind: string, name: string, key: string, activity: number) =>
    withMember(planCompany(random, places, { id: id('demo-company', key), kind, name, location: here(), members: 1, activity }), key);
  const prescriber = (kind: string, name: string, key: string, activity: number) =>
    withMember(planPrescriber(random, places, { id: id('demo-prescriber', key), kind, name, location: here(), members: 1, activity }), key);
  const by = {
    prescriber: prescriber('FT', 'Agence France Travail du Quai Imaginaire – Strasbourg', 'prescriber', 400),
    aci: company('ACI', 'Atelier du Pont Imaginaire – Strasbourg', 'aci', 12),
    etti: company('ETTI', 'Intérim du Passage Rêvé – Strasbourg', 'etti', 8),
    orienter: prescriber('Orienteur', 'Accueil du Tilleul Supposé – Strasbourg', 'orienter', 12),
    ei: company('EI', 'Entreprise du Fournil Inventé – Strasbourg', 'several', 4),
    mission: prescriber('ML', 'Mission locale du Sentier Fictif – Strasbourg', 'several', 60),
  };
  const traders = [
    withMember(planTrader(random, places, 'buyer', { id: id('demo-buyer'), kind: 'LOCAL_AUTHORITY', name: 'Collectivité du Phare Imaginaire – Strasbourg', location: here(), members: 0 }), 'buyer'),
    withMember(planTrader(random, places, 'supplier', { id: id('demo-supplier'), kind: 'EI', name: 'Entreprise du Verger Inventé – Strasbourg', location: here(), members: 0 }), 'supplier'),
  ];
  const people = DEMO_ACCOUNTS.filter(({ role }) => role !== 'candidate' && role !== 'staff');
  return {
    organisations: [...Object.values(by), ...traders],
    demo: new Map(people.map(({ key, email, firstName, lastName }) => [account(key), { kind: 'professional', email, password: DEMO_PASSWORD, firstName, lastName }])),
    candidate: demoCandidate(random, places),
    by,
  };
};

const demoCandidate = (random: Random, places: Places): PlannedPerson => {
  const { email, firstName, lastName } = DEMO_ACCOUNTS.find(({ role }) => role === 'candidate')!;
  const person = planPerson(random, places, 9_000_001, '2026-01-01');
  const { nirReason: _, ...input } = person.input;
  const nir = fictionalNir('F', input.birthDate, person.number);
  return { ...person, input: { ...input, title: 'MME', firstName, lastName, email, nir, postCode: '67000', city: 'Strasbourg', insee: HOME_COMMUNE }, criteria: ['RSA'] };
};
