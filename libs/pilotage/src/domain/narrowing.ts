import { NEED_KINDS, NEED_STATUSES, REFUSAL_REASONS } from '#reference';
import type { Indicator, Parts } from './indicator.js';
import { DELAY_CLASSES } from './response-delay.js';

/** What the units of one part have in common. */
export type Narrowing = { readonly detail: string } | { readonly kind: string } | { readonly daysFrom: number; readonly daysBefore: number | null };

const among = (list: readonly { readonly code: string }[], code: string) => list.some((each) => each.code === code);
const delays = (code: string): Narrowing | null => {
  const at = DELAY_CLASSES.findIndex((each) => each.code === code);
  return at < 0 ? null : { daysFrom: DELAY_CLASSES[at]!.from, daysBefore: DELAY_CLASSES[at + 1]?.from ?? null };
};
const NARROWED: Readonly<Record<Parts, (code: string) => Narrowing | null>> = {
  reasons: (code) => (among(REFUSAL_REASONS, code) ? { detail: code } : null),
  states: (code) => (among(NEED_STATUSES, code) ? { detail: code } : null),
  needKinds: (code) => (among(NEED_KINDS, code) ? { kind: code } : null),
  delays,
};

/** Null when the indicator has no such part, or one that no fact tells of. */
export const narrowingOf = ({ parts }: Indicator, code: string): Narrowing | null => (parts ? NARROWED[parts](code) : null);
