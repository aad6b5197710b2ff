import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, derivedId, Refusal } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import { type CoverHire, pass, type WithdrawCover } from './pass.decider.js';
import { isValid, PASS_DAYS } from './pass-dates.js';
import type { IaePath } from './pass.state.js';

const candidateId = derivedId('candidate');
interface Step {
  readonly wait: number;
  readonly application: number;
  readonly ahead: number;
  readonly withdraw: boolean;
  readonly author: 'prescriber' | 'employer' | null;
  readonly identified: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 300, max: 900 })),
  application: fc.integer({ min: 1, max: 5 }),
  ahead: fc.integer({ min: 0, max: 180 }),
  withdraw: fc.boolean(),
  author: fc.constantFrom('prescriber', 'employer', null),
  identified: fc.boolean(),
});

const command = (s: Step, n: number, today: string): CoverHire | WithdrawCover => {
  const applicationId = derivedId('application', s.application);
  if (s.withdraw) return { do: 'withdraw', candidateId, applicationId };
  return {
    do: 'cover', candidateId, applicationId, companyId: derivedId('company', s.application), companyKind: 'EI', today, startsOn: addDays(today, s.ahead), sentByAuthorisedPrescriber: false,
    diagnosis: s.author && { id: derivedId('diagnosis', n), author: s.author, expiresOn: addDays(today, 30) }, nir: s.identified ? 'known' : 'none', franceTravail: 'forgotten', passId: derivedId('pass', n), numbersSeen: n,
  };
};

/** Plays the steps, calling `look` after each; refusals change nothing. */
const play = (steps: readonly Step[], look: (path: IaePath, today: string, events: readonly ApprovalsEvent[], last: CoverHire | WithdrawCover, before: IaePath) => void) => {
  let today = '2024-01-15';
  let path = pass.initial;
  steps.forEach((s, n) => {
    today = addDays(today, s.wait);
    const last = command(s, n, today);
    let events: readonly ApprovalsEvent[] = [];
    try {
      events = pass.decide(last, path);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const before = path;
    path = events.reduce(pass.evolve, path);
    look(path, today, events, last, before);
  });
};
const always = (look: Parameters<typeof play>[1]) => fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => play(steps, look)), { numRuns: 300 });

describe('whatever happens to a person', () => {
  it('there is at most one valid PASS [emplois/PASS-5]', () =>
    always((path, today) => expect(path.filter((held) => isValid(held, today)).length).toBeLessThanOrEqual(1)));

  it('every PASS lasts 730 days [emplois/PASS-4]', () =>
    always((path) => path.forEach(({ start, end }) => expect(daysBetween(start, end)).toBe(PASS_DAYS - 1))));

  it('every PASS is used by at least one hire, and no hire uses two [emplois/CNL-2]', () =>
    always((path) => {
      const used = path.flatMap(({ hires }) => Object.keys(hires));
      expect(new Set(used).size).toBe(used.length);
      path.forEach(({ hires }) => expect(Object.keys(hires).length).toBeGreaterThan(0));
    }));

  it('a PASS that has started keeps its dates [emplois/PASS-11]', () =>
    always((path, today, _, __, before) =>
      before.filter(({ start }) => start <= today).forEach((old) => {
        const now = path.find(({ passId }) => passId === old.passId);
        if (now) expect([now.start, now.end]).toEqual([old.start, old.end]);
      }),
    ));

  it('a decision taken again right away decides nothing more', () =>
    always((path, _, events, last) => {
      if (events.length > 0) expect(pass.decide(last, path)).toEqual([]);
    }));

  it('no PASS is granted within two years of the last one without a prescriber [emplois/PASS-13]', () =>
    always((_, today, events, last, before) => {
      const blocked = last.do === 'cover' && last.diagnosis?.author !== 'prescriber' && before.some(({ end }) => end < today && today <= `${Number(end.slice(0, 4)) + 2}${end.slice(4)}`);
      if (blocked) expect(events.some(({ type }) => type === 'approvals.PassGranted')).toBe(false);
    }));
});
