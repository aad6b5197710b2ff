import { addDays, addMonths, dayOf, type Day, InvalidInput, minDay, startOf } from '#kernel';
import type { Territory } from '#control';
import { COMPANY_KINDS, departmentOf, REGIONS } from '#reference';

export interface Asked {
  readonly region?: string | null;
  readonly department?: string | null;
  readonly kind?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  /** Only what had happened on this day. */
  readonly asOf?: Day | null;
  /** Only what was written down at this instant. */
  readonly knownAt?: string | null;
  /** What the public is told, of the whole country unless a territory is named, whoever asks. */
  readonly asPublic?: boolean | null;
}

/** A question that can be answered: every filter known, a period, and whether the answer is for the public. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly kind: string | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly masked: boolean;
  /** Last day that counts; null for whatever happened until now. */
  readonly validAt: Day | null;
  /** Last instant of writing that counts, in epoch milliseconds; null for whatever is known now. */
  readonly knownAt: number | null;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTHS_SHOWN = 12;
const MONTHS_AT_MOST = 120;
const monthOf = (day: Day): string => day.slice(0, 7);
const firstOf = (month: string): Day => `${month}-01`;
export const shiftMonth = (month: string, by: number): string => monthOf(addMonths(firstOf(month), by));

/** What has not come yet is sent back: an answer for a day to come would look like a forecast. */
const toCome = ({ from, asOf, knownAt }: Asked, today: Day) => [
  ...(from && from > monthOf(today) ? [{ field: 'from', code: 'pilotage/month-to-come' }] : []),
  ...(asOf && asOf > today ? [{ field: 'asOf', code: 'pilotage/day-to-come' }] : []),
  ...(knownAt && dayOf(knownAt) > today ? [{ field: 'knownAt', code: 'pilotage/day-to-come' }] : []),
];

const unknown = (asked: Asked, today: Day) => {
  const wrong = [
    ...(['from', 'to'] as const).filter((field) => asked[field] && !MONTH.test(asked[field])).map((field) => ({ field, code: 'pilotage/unknown-month' })),
    ...(asked.region && !REGIONS.some(({ code }) => code === asked.region) ? [{ field: 'region', code: 'pilotage/unknown-region' }] : []),
    ...(asked.department && !departmentOf(asked.department) ? [{ field: 'department', code: 'pilotage/unknown-department' }] : []),
    ...(asked.kind && !COMPANY_KINDS.some(({ code }) => code === asked.kind) ? [{ field: 'kind', code: 'pilotage/unknown-kind' }] : []),
  ];
  if (wrong.length === 0) wrong.push(...toCome(asked, today));
  return asked.from && asked.to && wrong.length === 0 && asked.from > asked.to ? [{ field: 'to', code: 'pilotage/period-reversed' }] : wrong;
};

/** Without a territory the question is about one's own; a territory outside it gets what the public gets, never a zero [pilotage/A-04]. */
const within = ({ region, department }: { region: string | null; department: string | null }, own: Territory): { region: string | null; department: string | null } | null => {
  if (own.department) return (department ?? (region ? null : own.department)) === own.department ? { region: null, department: own.department } : null;
  if (!own.region) return { region, department };
  const asked = department ? departmentOf(department)?.region.code : (region ?? own.region);
  return asked === own.region ? { region: own.region, department } : null;
};

/** The last day of the last month that is over at the end of a day. */
const closedBy = (day: Day): Day => addDays(firstOf(monthOf(addDays(day, 1))), -1);

/**
 * The moment asked for. The public is told what was true and known when a month ended, never in between: two answers about
 * neighbouring moments would otherwise tell what one person did between them. The last instant of a month is its end.
 */
const momentOf = ({ asOf, knownAt }: Asked, masked: boolean, now: number): Pick<Question, 'validAt' | 'knownAt'> => {
  const today = dayOf(now);
  const known = knownAt ? Math.min(Date.parse(knownAt), now) : now;
  if (!masked) return { validAt: asOf && asOf < today ? asOf : null, knownAt: known < now ? known : null };
  const closed = closedBy(addDays(today, -1));
  return { validAt: minDay(closed, closedBy(asOf ?? today)), knownAt: startOf(firstOf(monthOf(dayOf(known + 1)))) - 1 };
};

/** The moment the public is told of, when it names none. */
export const publicMoment = (now: number) => momentOf({}, true, now) as { readonly validAt: Day; readonly knownAt: number };

/** @throws InvalidInput */
export const questionOf = (asked: Asked, own: Territory | null, now: number): Question => {
  const wrong = unknown(asked, dayOf(now));
  if (wrong.length > 0) throw new InvalidInput(wrong);
  const territory = { region: asked.region || null, department: asked.department || null };
  const inside = own && !asked.asPublic ? within(territory, own) : null;
  const moment = momentOf(asked, !inside, now);
  const last = monthOf(minDay(moment.validAt ?? dayOf(now), dayOf(moment.knownAt ?? now)));
  const to = !asked.to || (!inside && asked.to > last) ? last : asked.to;
  const from = asked.from || shiftMonth(to, 1 - MONTHS_SHOWN);
  const oldest = shiftMonth(to, 1 - MONTHS_AT_MOST);
  return { from: from > to ? to : from < oldest ? oldest : from, to, kind: asked.kind || null, ...(inside ?? territory), masked: !inside, ...moment };
};

export const monthsOf = ({ from, to }: Pick<Question, 'from' | 'to'>): readonly string[] => {
  const months = [from];
  while (months.at(-1)! < to) months.push(shiftMonth(months.at(-1)!, 1));
  return months;
};
