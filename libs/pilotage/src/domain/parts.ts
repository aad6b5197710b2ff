import { labelOf, NEED_KINDS, NEED_STATUSES, REFUSAL_REASONS } from '#reference';
import type { Cells } from './cells.js';
import type { Parts } from './indicator.js';
import { DELAY_CLASSES } from './response-delay.js';

/** A part of an indicator: some of its units, and their share of all those that are told apart. */
export interface Part {
  readonly code: string;
  readonly label: string;
  readonly count: number;
  /** Null when there is nothing to divide by, or too few for the public. */
  readonly share: number | null;
  /** Shown beside the others, not among them. */
  readonly apart: boolean;
}
type Counted = Omit<Part, 'share'>;

const among = (code: string, label: string, count: number): Counted => ({ code, label, count, apart: false });
const aside = (code: string, label: string, count: number): Counted => ({ code, label, count, apart: true });
const mostFirst = (a: Counted, b: Counted) => Number(a.apart) - Number(b.apart) || b.count - a.count || (a.code < b.code ? -1 : 1);

const shared = (parts: readonly Counted[], whole: number, enough: boolean): readonly Part[] => parts.map((part) => ({ ...part, share: enough && whole > 0 ? part.count / whole : null }));

/** Every reason in one list, the automatic refusals aside: all are shares of all refusals [pilotage/REF-02]. */
const reasons = (cells: Cells, enough: boolean): readonly Part[] => {
  const counted = cells.of('refused', 'detail').filter(({ count }) => count > 0);
  const parts = counted.map(({ value, count }) => (value === 'auto' ? aside : among)(value, labelOf(REFUSAL_REASONS, value) || 'Motif inconnu', count));
  return shared(parts.sort(mostFirst), cells.total('refused'), enough);
};

/** The classes of answered applications, and those still waiting aside, as a share of all that were sent [pilotage/DEL-03]. */
const delays = (cells: Cells, enough: boolean): readonly Part[] => {
  const intervals = cells.delays();
  const classes = DELAY_CLASSES.map(({ code, label, from }, at) => {
    const next = DELAY_CLASSES[at + 1]?.from ?? Infinity;
    return among(code, label, intervals.filter((each) => from <= each.from && each.from < next).reduce((sum, { count }) => sum + count, 0));
  });
  const sent = cells.total('application');
  const waiting = aside('waiting', 'Encore sans réponse', Math.max(0, sent - cells.total('response')));
  return [...shared(classes, cells.total('response'), enough), ...shared([waiting], sent, enough)];
};

const states = (cells: Cells, enough: boolean): readonly Part[] => {
  const parts = NEED_STATUSES.map(({ code, label }) => among(code, label, cells.at('need_state', 'detail', code))).filter(({ count }) => count > 0);
  return shared(parts, cells.total('need_state'), enough);
};
const needKinds = (cells: Cells, enough: boolean): readonly Part[] => {
  const parts = NEED_KINDS.map(({ code, label }) => among(code, label, cells.at('need', 'kind', code))).filter(({ count }) => count > 0);
  return shared(parts, cells.total('need'), enough);
};

const TOLD: Readonly<Record<Parts, (cells: Cells, enough: boolean) => readonly Part[]>> = { reasons, delays, states, needKinds };
export const partsOf = (parts: Parts | undefined, cells: Cells, enough: boolean): readonly Part[] => (parts ? TOLD[parts](cells, enough) : []);
