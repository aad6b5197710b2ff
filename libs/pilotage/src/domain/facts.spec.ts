import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from './fact.js';
import { historyOf, history } from './history.fixture.js';
import { foldFacts } from './fold.fixture.js';

const one = { after: 0, kind: 'ACI', department: '30' };
const step = { after: 24, application: 0, reason: 'other', ahead: 40 } as const;
const lives = (...acts: readonly ('accept' | 'refuse' | 'auto' | 'cancel')[]) => foldFacts(historyOf([one], acts.map((act) => ({ ...step, act }))));
const of = (rows: readonly Fact[], measure: Fact['measure']) => rows.filter((row) => row.measure === measure && row.leftAt === null && row.position !== null);

describe('the facts behind the figures', () => {
  it('count an application the day it is sent, whatever becomes of it [pilotage/APP-01]', () => {
    for (const acts of [[], ['refuse'], ['accept', 'cancel']] as const) expect(of(lives(...acts), 'application')).toMatchObject([{ month: '2025-01', kind: 'ACI', department: '30', region: '76' }]);
  });

  it('count a hire once, at its first acceptance, even when it is cancelled and agreed again [pilotage/APP-05]', () => {
    expect(of(lives('accept', 'cancel'), 'hire')).toMatchObject([{ day: '2025-01-04' }]);
    expect(of(lives('accept', 'cancel', 'accept'), 'hire')).toMatchObject([{ day: '2025-01-04' }]);
  });

  it('let an acceptance leave its cohort when the hire is cancelled [pilotage/APP-04]', () => {
    expect(of(lives('accept'), 'accepted')).toMatchObject([{ month: '2025-01' }]);
    expect(of(lives('accept', 'cancel'), 'accepted')).toEqual([]);
    expect(of(lives('refuse', 'accept'), 'accepted')).toHaveLength(1);
  });

  it('let a refusal go when the application is accepted after all [pilotage/REF-02]', () => {
    expect(of(lives('refuse'), 'refused')).toMatchObject([{ detail: 'other', automatic: false }]);
    expect(of(lives('auto'), 'refused')).toMatchObject([{ detail: 'auto', automatic: true }]);
    expect(of(lives('refuse', 'accept'), 'refused')).toEqual([]);
  });

  it('measure the first answer only, in whole periods of 24 hours [pilotage/DEL-02]', () => {
    const late = foldFacts(historyOf([one], [{ ...step, act: 'refuse', after: 47 }, { ...step, act: 'accept', after: 500 }]));
    expect(of(late, 'response')).toMatchObject([{ delayDays: 1, detail: '0' }]);
    expect(of(lives(), 'response')).toEqual([]);
  });

  it('count a PASS by the day it starts, and not a PASS used again [pilotage/PASS-01]', () => {
    expect(of(lives('accept'), 'pass')).toMatchObject([{ day: '2025-02-13', month: '2025-02' }]);
    expect(of(foldFacts(historyOf([one], [{ ...step, act: 'accept', ahead: 41 }])), 'pass')).toEqual([]);
  });

  it('keep what was known at any earlier position: a row that leaves says when', () =>
    fc.assert(
      fc.property(history(12), fc.nat(), (events, cut) => {
        const upTo = events.slice(0, (cut % events.length) + 1);
        const position = upTo.at(-1)!.position;
        const known = foldFacts(events).filter((row) => row.position !== null && row.position <= position && (row.leftAt === null || row.leftAt > position));
        const then = foldFacts(upTo).filter((row) => row.position !== null && row.leftAt === null);
        const reopened = (id: string) => events.filter(({ data }) => id.endsWith((data as { applicationId: string }).applicationId)).filter(({ type }) => type === 'hiring.ApplicationAccepted').length > 1;
        const ids = (rows: readonly Fact[]) => rows.map(({ id }) => id).filter((id) => !reopened(id)).sort();
        expect(ids(known)).toEqual(ids(then));
      }),
    ));

  it('are the same when an event is delivered twice in a row', () =>
    fc.assert(fc.property(history(8), (events) => expect(foldFacts(events.flatMap((event) => [event, event]))).toEqual(foldFacts(events)))));
});
