import { createHash } from 'node:crypto';
import { DEFINITIONS } from '../domain/definitions.js';
import type { FiguresAnswer } from '../domain/figures.js';
import type { Question } from '../domain/question.js';

const known = new WeakMap<FiguresAnswer, string>();

/** The same for the same numbers about the same places and months, whatever the moment named: figures found again years later can be compared with those that were quoted. */
export const fingerprintOf = ({ from, to, kind, region, department, masked }: Question, answer: FiguresAnswer): string => {
  const before = known.get(answer);
  if (before) return before;
  const { indicators, ...numbers } = answer;
  const told = { from, to, kind, region, department, masked, definitions: DEFINITIONS, ...numbers, indicators: indicators.map(({ indicator: { id }, ...value }) => ({ id, ...value })) };
  const fingerprint = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
  known.set(answer, fingerprint);
  return fingerprint;
};
