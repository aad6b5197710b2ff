import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, newId, type RecordedEvent } from '#kernel';
import { isSiae } from '#organisations';
import type { Fact } from './fact.js';
import { historyOf, history, type Step } from './history.fixture.js';
import { foldFacts } from './fold.fixture.js';
import { oracle } from './oracle.fixture.js';
import { FIRST_AUTOMATIC } from './response-delay.js';

const one = { after: 0, kind: 'ACI', department: '30' };
const step = { after: 24, application: 0, reason: 'other', ahead: 40 } as const;
const lives = (...acts: readonly Step['act'][]) =>
  foldFacts(
    historyOf(
      [one],
      acts.map((act) => ({ ...step, act })),
    ),
  );
/** What is still counted once everything that entered and left is taken together. */
const of = (rows: readonly Fact[], measure: Fact['measure']) =>
  rows.filter(
    (row) =>
      row.measure === measure &&
      row.sign > 0 &&
      !rows.some((other) => other.measure === measure && other.sign < 0 && other.position > row.position),
  );

describe('the facts behind the figures', () => {
  it('count an application the day it is sent, whatever becomes of it [pilotage/APP-01]', () => {
    for (const acts of [[], ['refuse'], ['accept', 'cancel']] as const)
      expect(of(lives(...acts), 'application')).toMatchObject([{ month: 202501, kind: 'ACI', department: '30', region: '76' }]);
  });

  it('count a transaction in the month of the “yes”, not of a “no” said before it, nor at all once the last word is “no” [pilotage/MKT-07] [pilotage/MKT-08]', () => {
    const month = 30 * 24;
    const told = (...signed: readonly boolean[]) => {
      const need = { after: 0, department: '30', work: null, deals: signed.map((yes) => ({ after: month, amount: 100, signed: yes })) };
      const rows = foldFacts(historyOf([], [], [need])).filter(({ measure }) => measure === 'transaction');
      const months = [...new Set(rows.map((row) => row.month))].map((at) => [at, rows.filter((row) => row.month === at).reduce((sum, { sign }) => sum + sign, 0)] as const);
      return months.filter(([, count]) => count !== 0);
    };
    expect(told(true)).toEqual([[202502, 1]]);
    expect(told(false, true)).toEqual([[202503, 1]]);
    expect(told(false, true, true)).toEqual([[202503, 1]]);
    expect(told(true, false)).toEqual([]);
    expect(told(true, false, true)).toEqual([[202504, 1]]);
  });

  it('count a transaction for its amount, else for what the need is worth exactly, else for the top of its bracket [pilotage/MKT-08]', () => {
    const worth = (amount: number | null, exactAmount: number | null) => foldFacts(historyOf([], [], [{ after: 0, department: '30', work: null, exactAmount, deals: [{ after: 1, amount }] }])).filter(({ measure }) => measure === 'transaction').map((row) => row.amount);
    expect([worth(100, 12_000), worth(null, 12_000), worth(null, null)]).toEqual([[100], [12_000], [4_999]]);
  });

  it('count a hire once, at its first acceptance, even when it is cancelled and agreed again [pilotage/APP-05]', () => {
    expect(of(lives('accept', 'cancel'), 'hire')).toMatchObject([{ day: '2025-01-04' }]);
    expect(of(lives('accept', 'cancel', 'accept'), 'hire')).toMatchObject([{ day: '2025-01-04' }]);
  });

  it('let an acceptance leave its cohort when the hire is cancelled [pilotage/APP-04]', () => {
    expect(of(lives('accept'), 'accepted')).toMatchObject([{ month: 202501 }]);
    expect(of(lives('accept', 'cancel'), 'accepted')).toEqual([]);
    expect(of(lives('refuse', 'accept'), 'accepted')).toHaveLength(1);
  });

  it('let a refusal go when the application is accepted after all [pilotage/REF-02]', () => {
    expect(of(lives('refuse'), 'refused')).toMatchObject([{ detail: 'other' }]);
    expect(of(lives('auto'), 'refused')).toMatchObject([{ detail: 'auto' }]);
    expect(of(lives('refuse', 'accept'), 'refused')).toEqual([]);
  });

  it('measure the first answer only, in whole periods of 24 hours [pilotage/DEL-02]', () => {
    const late = foldFacts(
      historyOf(
        [one],
        [
          { ...step, act: 'refuse', after: 47 },
          { ...step, act: 'accept', after: 500 },
        ],
      ),
    );
    expect(of(late, 'response')).toMatchObject([{ delayDays: 1, detail: '0' }]);
    expect(of(lives(), 'response')).toEqual([]);
  });

  it('count a PASS by the day it starts, where it was granted for, and not a PASS used again [pilotage/PASS-01] [pilotage/PASS-08]', () => {
    expect(of(lives('accept'), 'pass')).toMatchObject([{ day: '2025-01-04', month: 202502, department: '30', kind: 'ACI' }]);
    expect(of(foldFacts(historyOf([one], [{ ...step, act: 'accept', ahead: 41 }])), 'pass')).toEqual([]);
  });

  it('count the PASS that staff delivered later like one that came with the hire [pilotage/PASS-01] [emplois/ACP-10]', () => {
    const later = (isNew: boolean) => {
      const past = historyOf([one], [{ ...step, act: 'accept' }]);
      const accepted = past.find(({ type }) => type === 'hiring.ApplicationAccepted')!;
      const { pass, ...rest } = accepted.data as { pass: object };
      const delivery = { ...accepted, id: newId(), position: accepted.position + 1, type: 'hiring.PassDelivered', data: { ...rest, pass: { ...pass, isNew }, on: '2025-03-05' } };
      return foldFacts([...past.filter((event) => event !== accepted), { ...accepted, data: { ...rest, pass: null } }, delivery] as RecordedEvent[]);
    };
    expect(of(later(true), 'pass')).toMatchObject([{ day: '2025-03-05', month: 202502 }]);
    expect(of(later(true), 'in_pass')).toEqual([]);
    expect(of(later(false), 'pass')).toEqual([]);
    expect(of(later(false), 'in_pass')).toMatchObject([{ day: '2025-03-05', month: 202501 }]);
  });

  it('take a cancelled PASS out, into a series of its own, and count the one granted after it [pilotage/PASS-01]', () => {
    const total = (rows: readonly Fact[], measure: Fact['measure'], day: string) =>
      rows.filter((row) => row.measure === measure && row.day <= day).reduce((sum, { sign }) => sum + sign, 0);
    const rows = lives('accept', 'cancel', 'accept');
    expect(['2025-01-04', '2025-01-05', '2025-01-06'].map((day) => [total(rows, 'pass', day), total(rows, 'pass_cancelled', day)]))
      .toEqual([[1, 0], [0, 1], [1, 1]]);
    expect(rows.filter(({ measure }) => measure === 'pass').map(({ type, sign }) => `${sign} ${type}`))
      .toEqual(['1 hiring.ApplicationAccepted', '-1 approvals.PassCancelled', '1 hiring.ApplicationAccepted']);
  });

  it('move a PASS to the month its start moves to [pilotage/PASS-01]', () => {
    const rows = foldFacts(
      historyOf(
        [one],
        [
          { ...step, act: 'accept' },
          { ...step, act: 'move', ahead: 2 },
        ],
      ),
    ).filter(({ measure }) => measure === 'pass');
    expect(rows.map(({ month, sign, type }) => [month, sign, type])).toEqual([
      [202502, 1, 'hiring.ApplicationAccepted'],
      [202501, 1, 'approvals.PassStartMoved'],
      [202502, -1, 'approvals.PassStartMoved'],
    ]);
  });

  it('say of any day, as known at any instant, what a slow replay of the log says', () =>
    fc.assert(
      fc.property(history(12), fc.nat(), fc.nat(), fc.integer({ min: -1, max: 2 }), (events, cut, about, shift) => {
        const { meta } = events[cut % events.length]!;
        // Around the day of one event, as known when another was written down: late news tells of days already answered for.
        const [knownAt, validAt] = [Date.parse(meta.recorded), addDays(dayOf(events[about % events.length]!.meta.occurred), shift)];
        const rows = foldFacts(events).filter(
          (row) =>
            row.recorded <= knownAt && row.day <= validAt && (['need', 'need_state', 'transaction'].includes(row.measure) || isSiae(row.kind)),
        );
        const sum = (measure: Fact['measure'], of: 'sign' | 'amount' = 'sign') =>
          rows.filter((row) => row.measure === measure).reduce((total, row) => total + row[of], 0);
        const expected = oracle(events, {
          from: '2000-01',
          to: '2099-12',
          kind: null,
          region: null,
          department: null,
          masked: false,
          validAt,
          knownAt,
        });
        const narrow = (measure: Fact['measure'], only: (row: Fact) => boolean) =>
          rows.filter((row) => row.measure === measure && only(row)).reduce((total, { sign }) => total + sign, 0);
        const tally = (measure: Fact['measure'], of: 'detail' | 'kind') =>
          Object.fromEntries(
            [...new Set(rows.filter((row) => row.measure === measure).map((row) => row[of]))]
              .map((code) => [code, narrow(measure, (row) => row[of] === code)] as const)
              .filter(([, n]) => n > 0),
          );
        expect({
          answeredByPeople: narrow('response', ({ detail }) => detail < FIRST_AUTOMATIC),
          cancelledHires: sum('hire_cancelled'),
          reasons: tally('refused', 'detail'),
          submitted: tally('need_state', 'detail'),
          needKinds: tally('need', 'kind'),
          automatic: narrow('refused', ({ detail }) => detail === 'auto'),
          applications: sum('application'),
          accepted: sum('accepted'),
          refusals: sum('refused'),
          answered: sum('response'),
          hires: sum('hire'),
          selfPrescribed: sum('self_prescribed'),
          inPass: sum('in_pass'),
          passesIssued: sum('pass'),
          passesCancelled: sum('pass_cancelled'),
          needs: sum('need'),
          transactions: sum('transaction'),
          transactionAmount: sum('transaction', 'amount'),
        }).toEqual(Object.fromEntries(Object.entries(expected).filter(([name]) => !/Days$|^classes$/.test(name))));
      }),
    ));

  it('let late news change the day it is about, and no day twice', () => {
    const rows = foldFacts(
      historyOf(
        [one],
        [
          { ...step, act: 'refuse', after: 240 },
          { ...step, act: 'accept', late: 8 },
        ],
      ),
    );
    const on = (day: string, measure: Fact['measure']) =>
      rows.filter((row) => row.measure === measure && row.day <= day).reduce((sum, { sign }) => sum + sign, 0);
    expect(['2025-01-05', '2025-01-06', '2025-01-12', '2025-01-13', '2025-01-14'].map((day) => [on(day, 'accepted'), on(day, 'refused')]))
      .toEqual([[0, 0], [1, 0], [1, 0], [1, 0], [1, 0]]);
  });

  it('explain themselves: entries less exits of a unit are 0 or 1, and each names the event behind it', () =>
    fc.assert(
      fc.property(history(12), (events) => {
        const rows = foldFacts(events);
        const sums = new Map<string, number>();
        for (const { unit, measure, sign } of rows)
          sums.set(`${unit} ${measure}`, (sums.get(`${unit} ${measure}`) ?? 0) + sign);
        for (const sum of sums.values()) expect([0, 1]).toContain(sum);
        for (const { position, type, stream } of rows) expect(events).toContainEqual(expect.objectContaining({ position, type, stream }));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    ));

  it('are the same when an event is delivered twice in a row', () =>
    fc.assert(
      fc.property(history(8), (events) => expect(foldFacts(events.flatMap((event) => [event, event]))).toEqual(foldFacts(events))),
    ));
});
