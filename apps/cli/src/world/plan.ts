import { addDays, addMonths, type Day, type Id } from '#kernel';
import { commune, DEPARTMENTS, departmentOf } from '#reference';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoPeople } from './demo.js';
import { type PlannedOrganisation, planCompany, planInstitution, planPrescriber, planTrader } from './organisations.js';
import { fictionalNir, type PlannedPerson, planPerson } from './people.js';
import { Places } from './places.js';
import { canBeAppliedTo } from './playing.js';
import { COMPANY_SHARES, NATION, PRESCRIBER_SHARES, type Size, SUPPLIER_SHARES } from './proportions.js';
import { Random, Urn } from './random.js';
import { type Cast, type Period, planFormerHire, planStories, type Story } from './stories.js';

/** The département of the small world, and the city of its demonstration accounts. */
const HOME = '67';
const HOME_COMMUNE = '67482';

export interface WorldPlan {
  readonly region: string;
  readonly organisations: readonly PlannedOrganisation[];
  readonly demo: DemoPeople;
  readonly demoCandidate: PlannedPerson;
  readonly stories: readonly Story[];
  /** Companies that stop taking applications near the end. */
  readonly blocked: readonly PlannedOrganisation[];
  readonly founded: Day;
}

type MakeId = (...parts: (string | number)[]) => Id;

interface Amounts {
  readonly companies: Readonly<Record<string, number>>;
  readonly prescribers: Readonly<Record<string, number>>;
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

const amountsOf = (size: Size, population: number): Amounts => {
  if (size === 'small') return SMALL;
  const share = population / NATION.population;
  return {
    companies: scaled(COMPANY_SHARES, (NATION.siae + 310) * share),
    prescribers: scaled(PRESCRIBER_SHARES, NATION.prescribers * share),
    suppliers: scaled(SUPPLIER_SHARES, NATION.suppliers * share),
    buyers: Math.round(NATION.buyers * share),
    applications: Math.round(NATION.applicationsAYear * share),
    months: 12,
  };
};

const departmentsOf = (size: Size): readonly string[] => {
  if (size === 'small') return [HOME];
  const region = departmentOf(HOME)!.region.code;
  return DEPARTMENTS.filter((department) => (size === 'region' ? department.region.code === region : department.region.code.length === 2)).map(({ code }) => code);
};

export const planWorld = (size: Size, seed: number, today: Day, id: MakeId): WorldPlan => {
  const random = new Random(seed);
  const departments = departmentsOf(size);
  const places = new Places(departments);
  const amounts = amountsOf(size, places.population);
  const shown = demonstration(random, places, id);
  const everybody = each(amounts.companies, (kind, n) => planCompany(random, places, { id: id('company', kind, n), kind, ...(n > 0 && n % 7 === 0 ? { members: 0 } : {}) }));
  const silent = planCompany(random, places, { id: id('company', 'silent'), kind: 'ACI', members: 0 });
  const organisations = [
    ...institutions(departments, id('demo', 'inspector')),
    ...shown.organisations,
    ...everybody,
    silent,
    ...each(amounts.prescribers, (kind, n) => planPrescriber(random, places, { id: id('prescriber', kind, n), kind })),
    ...each(amounts.suppliers, (kind, n) => planTrader(random, places, 'supplier', { id: id('supplier', kind, n), kind })),
    ...each({ PUBLIC_BODY: amounts.buyers }, (kind, n) => planTrader(random, places, 'buyer', { id: id('buyer', kind, n), kind })),
  ];
  const cast = castOf(organisations);
  const period: Period = { first: addMonths(today, -amounts.months), last: today };
  const stories = [...formerHires(random, places, organisations, today), ...lives(random, places, cast, period, amounts.applications)];
  return {
    region: departmentOf(HOME)!.region.code,
    organisations,
    demo: shown.demo,
    demoCandidate: shown.candidate,
    stories: [...stories, ...demoStories(shown, today), ...rareStories(random, places, shown, today)],
    blocked: everybody.filter(({ kind }) => kind === 'EI').slice(-1),
    founded: addMonths(today, -54),
  };
};

const each = <T>(amounts: Readonly<Record<string, number>>, make: (kind: string, n: number) => T): readonly T[] =>
  Object.entries(amounts).flatMap(([kind, count]) => Array.from({ length: count }, (_, n) => make(kind, n)));

const institutions = (departments: readonly string[], inspector: Id): readonly PlannedOrganisation[] => {
  const regions = [...new Map(departments.map((code) => [departmentOf(code)!.region.code, departmentOf(code)!.region])).values()];
  return [
    planInstitution('DGEFP_IAE', 'DGEFP (division IAE) – monde fictif', null, 1),
    ...regions.map(({ code, label }) => planInstitution('DREETS_IAE', `DREETS ${label} (division IAE) – monde fictif`, code, 1)),
    ...departments.flatMap((code) => {
      const { label } = departmentOf(code)!;
      const iae = planInstitution('DDETS_IAE', `DDETS ${label} (division IAE) – monde fictif`, code, 1);
      return [code === HOME ? { ...iae, members: [inspector, ...iae.members] } : iae, planInstitution('DDETS_GEIQ', `DDETS ${label} (division GEIQ) – monde fictif`, code, 1)];
    }),
  ];
};

interface Demonstration {
  readonly organisations: readonly PlannedOrganisation[];
  readonly demo: DemoPeople;
  readonly candidate: PlannedPerson;
  readonly by: Readonly<Record<'prescriber' | 'aci' | 'etti' | 'orienter' | 'ei' | 'mission', PlannedOrganisation>>;
}

const demonstration = (random: Random, places: Places, id: MakeId): Demonstration => {
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

const castOf = (organisations: readonly PlannedOrganisation[]): Cast => {
  const byDepartment = (wanted: (organisation: PlannedOrganisation) => boolean) => {
    const urns = new Map<string, Urn<PlannedOrganisation>>();
    const chosen = organisations.filter(wanted);
    const everywhere = new Urn(chosen, ({ activity }) => activity);
    for (const [department, list] of Map.groupBy(chosen, ({ location }) => location.department)) urns.set(department, new Urn(list, ({ activity }) => activity));
    return (department: string) => urns.get(department) ?? everywhere;
  };
  return {
    companies: byDepartment(canBeAppliedTo),
    authorised: byDepartment(({ type, authorised, members }) => type === 'prescriber' && authorised && members.length > 0),
    orienters: byDepartment(({ type, authorised, members }) => type === 'prescriber' && !authorised && members.length > 0),
  };
};

function* lives(random: Random, places: Places, cast: Cast, period: Period, applications: number): Generator<Story> {
  let number = 1000;
  for (let person = 1000; number < 1000 + applications; person++) yield* planStories(random, cast, planPerson(random, places, person, period.first), period, () => number++);
}

/** Months ago: three whose waiting period is over, the others who are in it. */
const FORMER = [50, 49, 48, 34, 33, 32, 31, 30, 29, 28, 27, 26];
/** Of those, who came back since: the first as if for the first time, another thanks to a prescriber. */
const BACK = [0, 4];
const formerHires = (random: Random, places: Places, organisations: readonly PlannedOrganisation[], today: Day): readonly Story[] => {
  const [company, other] = organisations.filter(({ kind, members }) => kind === 'ACI' && members.length > 0);
  const prescriber = organisations.find(({ type, authorised }) => type === 'prescriber' && authorised)!;
  const people = FORMER.map((_, n) => planPerson(random, places, n + 1, addMonths(today, -54)));
  const hires = FORMER.map((months, n) => planFormerHire(random, company!, prescriber, people[n]!, n + 1, months, today));
  return [...hires, ...BACK.map((n) => planFormerHire(random, other ?? company!, prescriber, people[n]!, 100 + n, 3, today))];
};

type Steps = Story['steps'];
const story = (number: number, person: PlannedPerson, company: PlannedOrganisation, sender: PlannedOrganisation | null, steps: Steps): Story => ({
  ...{ number, person, company, sender, steps },
  ...{ origin: sender ? 'prescriber' : 'job_seeker', senderMember: 0, diagnoses: sender?.authorised ?? false, job: number % 3 },
});

/** What a visitor finds under the demonstration accounts: an application to answer, one under study, one refused with its reason. */
const demoStories = ({ candidate, by }: Demonstration, today: Day): readonly Story[] => [
  story(9_000_001, candidate, by.ei, null, [
    [addDays(today, -60), { do: 'submit' }],
    [addDays(today, -52), { do: 'refuse', reason: 'no_position', share: true }],
  ]),
  story(9_000_002, candidate, by.etti, by.prescriber, [
    [addDays(today, -20), { do: 'submit' }],
    [addDays(today, -15), { do: 'study' }],
  ]),
  story(9_000_003, candidate, by.aci, by.prescriber, [[addDays(today, -6), { do: 'submit' }]]),
];

/** What chance might leave out of a small world: hires to come, a hire cancelled, candidates kept waiting. */
const rareStories = (random: Random, places: Places, { by }: Demonstration, today: Day): readonly Story[] => {
  const person = (n: number) => planPerson(random, places, 300 + n, addDays(today, -100));
  const at = (days: number, step: Steps[number][1]): Steps[number] => [addDays(today, -days), step];
  const accept = { do: 'accept', startsIn: 20, months: 6 } as const;
  return [
    story(9_000_010, person(0), by.etti, by.prescriber, [at(12, { do: 'submit' }), at(6, accept)]),
    story(9_000_011, person(1), by.aci, by.prescriber, [at(14, { do: 'submit' }), at(7, accept)]),
    story(9_000_012, person(2), by.aci, by.prescriber, [at(60, { do: 'submit' }), at(50, accept), at(40, { do: 'cancel' })]),
    story(9_000_013, person(3), by.aci, by.mission, [at(16, { do: 'submit' }), at(9, { do: 'postpone' })]),
    story(9_000_014, person(4), by.aci, by.mission, [at(18, { do: 'submit' }), at(8, { do: 'pool' })]),
  ];
};
