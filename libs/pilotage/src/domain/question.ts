import { addMonths, type Day, InvalidInput } from '#kernel';
import type { Territory } from '#control';
import { COMPANY_KINDS, departmentOf, REGIONS } from '#reference';
import { monthOf } from './fact.js';

export interface Asked {
  readonly region?: string | null;
  readonly department?: string | null;
  readonly kind?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A question that can be answered: every filter known, a period, and whether the answer is for the public. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly kind: string | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly masked: boolean;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTHS_SHOWN = 12;
const MONTHS_AT_MOST = 120;
export const shiftMonth = (month: string, by: number): string => monthOf(addMonths(`${month}-01`, by));

const unknown = (asked: Asked) => {
  const wrong = [
    ...(['from', 'to'] as const).filter((field) => asked[field] && !MONTH.test(asked[field])).map((field) => ({ field, code: 'pilotage/unknown-month' })),
    ...(asked.region && !REGIONS.some(({ code }) => code === asked.region) ? [{ field: 'region', code: 'pilotage/unknown-region' }] : []),
    ...(asked.department && !departmentOf(asked.department) ? [{ field: 'department', code: 'pilotage/unknown-department' }] : []),
    ...(asked.kind && !COMPANY_KINDS.some(({ code }) => code === asked.kind) ? [{ field: 'kind', code: 'pilotage/unknown-kind' }] : []),
  ];
  return asked.from && asked.to && wrong.length === 0 && asked.from > asked.to ? [{ field: 'to', code: 'pilotage/period-reversed' }] : wrong;
};

/** Without a territory the question is about one's own; a territory outside it gets what the public gets, never a zero [pilotage/A-04]. */
const within = ({ region, department }: { region: string | null; department: string | null }, own: Territory): { region: string | null; department: string | null } | null => {
  if (own.department) return (department ?? (region ? null : own.department)) === own.department ? { region: null, department: own.department } : null;
  if (!own.region) return { region, department };
  const asked = department ? departmentOf(department)?.region.code : (region ?? own.region);
  return asked === own.region ? { region: own.region, department } : null;
};

/** @throws InvalidInput */
export const questionOf = (asked: Asked, own: Territory | null, today: Day): Question => {
  const wrong = unknown(asked);
  if (wrong.length > 0) throw new InvalidInput(wrong);
  const territory = { region: asked.region || null, department: asked.department || null };
  const inside = own && within(territory, own);
  const last = shiftMonth(monthOf(today), inside ? 0 : -1);
  const to = !asked.to || (!inside && asked.to > last) ? last : asked.to;
  const from = asked.from || shiftMonth(to, 1 - MONTHS_SHOWN);
  const oldest = shiftMonth(to, 1 - MONTHS_AT_MOST);
  return { from: from > to ? to : from < oldest ? oldest : from, to, kind: asked.kind || null, ...(inside ?? territory), masked: !inside };
};

export const monthsOf = ({ from, to }: Pick<Question, 'from' | 'to'>): readonly string[] => {
  const months = [from];
  while (months.at(-1)! < to) months.push(shiftMonth(months.at(-1)!, 1));
  return months;
};
