import type { Day, RuleCheck } from '#kernel';
import { EXCLUSIVE_PAIRS, level2Needed, levelOf } from './criteria.js';
import { type Author, type Diagnosis, isValid } from './diagnosis.js';

const check = (rule: string, code: string, met: boolean, inputs: RuleCheck['inputs'], enough: RuleCheck['enough']): RuleCheck => ({
  rule: `emplois/${rule}`,
  code: `hiring/check/${code}`,
  met,
  inputs,
  enough: met ? {} : enough,
});

export const notIaeCheck = (kind: string): RuleCheck => check('ACP-8', 'outside-iae', true, { kind }, {});

export const authorCheck = (author: Author | null, kind: string | null): RuleCheck =>
  check('IAE-5', 'author', author !== null, { author, kind }, { authors: ['authorised-prescriber', 'siae'] });

const PASS_DAYS = ['end', 'endedOn', 'waitingUntil'] as const;

/** The same rule for somebody who does not follow the person: what it says, without the days of the PASS [emplois/PASS-20]. */
export const withoutPassDays = (check: RuleCheck): RuleCheck => {
  const hidden = PASS_DAYS.filter((name) => name in check.inputs).map((name) => [name, null]);
  return { ...check, inputs: { ...check.inputs, ...Object.fromEntries(hidden) } };
};

export const passCheck = (end: Day | null): RuleCheck => check('IAE-10', 'pass', end !== null, { end }, { pass: 'valid' });

/** Whether anything tells the person from a namesake; if not the hire is possible, and its PASS waits for staff. */
export const identifiedCheck = (identified: boolean): RuleCheck =>
  check('ACP-1', 'identified', identified, {}, { numbers: ['nir', 'franceTravail'] });

export const diagnosisCheck = (diagnosis: Diagnosis | null, today: Day): RuleCheck =>
  check(
    'IAE-9',
    'diagnosis',
    diagnosis !== null,
    {
      author: diagnosis?.author ?? null,
      expiresOn: diagnosis?.expiresOn ?? null,
      expired: diagnosis !== null && !isValid(diagnosis, today),
    },
    { diagnosis: 'valid' },
  );

/** Enough criteria for this author: none for an authorised prescriber, one of level 1 or N of level 2 for an employer. */
export const criteriaCheck = (author: Author, kind: string, criteria: readonly string[]): RuleCheck => {
  const level1 = criteria.filter((code) => levelOf(code) === 1).length;
  const level2 = criteria.length - level1;
  if (author === 'prescriber') return check('IAE-4', 'criteria-optional', true, { level1, level2 }, {});
  const needed = level2Needed(kind) ?? 0;
  return check(
    'IAE-3',
    'criteria',
    level1 > 0 || level2 >= needed,
    { level1, level2, needed, kind },
    { level1: 1, level2: needed - level2 },
  );
};

/** Holds for every author. */
export const exclusiveCheck = (criteria: readonly string[]): RuleCheck => {
  const pair = EXCLUSIVE_PAIRS.find((codes) => codes.every((code) => criteria.includes(code)));
  return check('IAE-2', 'exclusive-criteria', pair === undefined, { pair: pair ?? null }, { remove: pair ?? null });
};
