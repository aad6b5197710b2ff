import { addMonths, type Day, type Id } from '#kernel';
import { DEPARTMENTS, departmentOf } from '#reference';
import { amountsOf } from './amounts.js';
import type { DemoPeople } from './demo.js';
import { demonstration, type MakeId } from './demonstration.js';
import { type PlannedOrganisation, planCompany, planInstitution, planPrescriber, planTrader } from './organisations.js';
import { type PlannedPerson, planPerson } from './people.js';
import { Places } from './places.js';
import { canBeAppliedTo } from './playing.js';
import type { Size } from './proportions.js';
import { Random, Urn } from './random.js';
import { demoStories, rareStories } from './scripted.js';
import { type Cast, type Period, planFormerHire, planStories, type Story } from './stories.js';

/** The département of the small world, and of the demonstration accounts. */
const HOME = '67';

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

const departmentsOf = (size: Size): readonly string[] => {
  if (size === 'small') return [HOME];
  const region = departmentOf(HOME)!.region.code;
  return DEPARTMENTS.filter((department) => (size === 'region' ? department.region.code === region : department.region.code.length === 2)).map(({ code }) => code);
};

/** `share`: of the people the place has. */
export const planWorld = (size: Size, seed: number, today: Day, id: MakeId, share = 1): WorldPlan => {
  const random = new Random(seed);
  const departments = departmentsOf(size);
  const places = new Places(departments);
  const amounts = amountsOf(size, places.population * share);
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
