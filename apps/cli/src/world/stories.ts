import { addDays, addMonths, type Day, daysBetween } from '#kernel';
import type { PlannedOrganisation } from './organisations.js';
import type { PlannedPerson } from './people.js';
import { ACCEPTED, APPLICATIONS_EACH, ORIGINS, type Origin, OTHERWISE, REASONS, SEASON } from './proportions.js';
import type { Random, Urn } from './random.js';

export type Step =
  | { readonly do: 'submit' }
  | { readonly do: 'study' }
  | { readonly do: 'postpone' }
  | { readonly do: 'pool' }
  | { readonly do: 'refuse'; readonly reason: string; readonly share: boolean }
  | { readonly do: 'accept'; readonly startsIn: number; readonly months: number | null }
  | { readonly do: 'cancel' };

/** One application and what becomes of it. */
export interface Story {
  readonly number: number;
  readonly person: PlannedPerson;
  readonly company: PlannedOrganisation;
  readonly origin: Origin;
  /** Null when the person applies alone. */
  readonly sender: PlannedOrganisation | null;
  readonly senderMember: number;
  /** The prescriber diagnoses while sending. */
  readonly diagnoses: boolean;
  readonly job: number;
  readonly steps: readonly (readonly [day: Day, step: Step])[];
}

export interface Cast {
  /** Employers that can be applied to. */
  readonly companies: (department: string) => Urn<PlannedOrganisation>;
  readonly authorised: (department: string) => Urn<PlannedOrganisation>;
  readonly orienters: (department: string) => Urn<PlannedOrganisation>;
}

export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** A day of the period, as busy as its month usually is. */
export const seasonalDay = (random: Random, { first, last }: Period): Day => {
  for (;;) {
    const day = addDays(first, random.between(0, daysBetween(first, last)));
    if (random.next() * 1.3 < SEASON[Number(day.slice(5, 7)) - 1]!) return day;
  }
};

/** The applications one person makes around a day. */
export const planStories = (random: Random, cast: Cast, person: PlannedPerson, period: Period, nextNumber: () => number): readonly Story[] => {
  const start = seasonalDay(random, period);
  const count = Number(random.weighted(APPLICATIONS_EACH));
  const department = person.commune.department;
  const companies = new Set<PlannedOrganisation>();
  for (let tries = 0; companies.size < count && tries < count * 4; tries++) companies.add(cast.companies(department).draw(random));
  return [...companies].map((company, index) => {
    const day = addDays(start, index === 0 ? 0 : random.between(0, 25));
    return planStory(random, cast, { person, company, day: day > period.last ? period.last : day, number: nextNumber(), department });
  });
};

const planStory = (random: Random, cast: Cast, { person, company, day, number, department }: { person: PlannedPerson; company: PlannedOrganisation; day: Day; number: number; department: string }): Story => {
  const origin = random.weighted(ORIGINS);
  const senders = origin === 'prescriber' ? cast.authorised(department) : origin === 'orienter' ? cast.orienters(department) : null;
  // Nine employers in ten who send an application send it to themselves: the person stood at their door.
  const sender = origin === 'employer' ? (random.chance(0.9) ? company : cast.companies(department).draw(random)) : (senders?.draw(random) ?? null);
  return {
    ...{ number, person, company, origin, sender },
    senderMember: random.between(0, 9),
    diagnoses: origin === 'prescriber' && random.chance(0.85),
    job: random.between(0, 5),
    steps: [[day, { do: 'submit' }], ...answers(random, day, origin)],
  };
};

function* answers(random: Random, sent: Day, origin: Origin): Generator<readonly [Day, Step]> {
  const delay = Math.min(55, 1 + Math.floor(-Math.log(1 - random.next()) * (origin === 'employer' ? 3 : 12)));
  const answer = addDays(sent, delay);
  if (delay > 3 && random.chance(0.55)) yield [addDays(sent, random.between(1, 3)), { do: 'study' }];
  if (random.chance(ACCEPTED[origin])) {
    yield [answer, { do: 'accept', startsIn: random.between(1, 21), months: random.chance(0.75) ? random.between(4, 12) : null }];
    if (random.chance(0.04)) yield [addDays(answer, random.between(3, 20)), { do: 'cancel' }];
    return;
  }
  const otherwise = random.weighted(OTHERWISE);
  if (otherwise === 'refused') yield [answer, { do: 'refuse', reason: random.weighted(REASONS), share: random.chance(0.4) }];
  if (otherwise === 'studied' && delay <= 3) yield [answer, { do: 'study' }];
  if (otherwise === 'postponed' || otherwise === 'pool') {
    yield [answer, { do: otherwise === 'pool' ? 'pool' : 'postpone' }];
    if (random.chance(0.4)) yield [addDays(answer, random.between(10, 40)), { do: 'refuse', reason: random.weighted(REASONS), share: false }];
  }
}

/** People hired long ago, whose PASS has ended since: some may come back only with a prescriber, the oldest as if for the first time. */
export const planFormerHire = (random: Random, company: PlannedOrganisation, prescriber: PlannedOrganisation, person: PlannedPerson, number: number, monthsAgo: number, today: Day): Story => {
  const day = addMonths(today, -monthsAgo);
  return {
    ...{ number, person, company, origin: 'prescriber', sender: prescriber, senderMember: 0, diagnoses: true, job: 0 },
    steps: [
      [day, { do: 'submit' }],
      [addDays(day, random.between(2, 9)), { do: 'accept', startsIn: random.between(2, 12), months: 12 }],
    ],
  };
};
