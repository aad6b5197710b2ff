import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type EventStore, NO_STREAM } from '#kernel';
import { history, historyOf } from '../domain/history.fixture.js';
import { narrowingOf } from '../domain/narrowing.js';
import { oracle } from '../domain/oracle.fixture.js';
import { DrillDown } from './drill-down.js';
import { FiguresHouse } from './figures-house.fixture.js';
import type { PostgresEngine } from './postgres-engine.js';
import { all, questions } from './questions.fixture.js';

const house = new FiguresHouse();
const { load, ask, behind } = house;

const MEASURES = '[pilotage/APP-01] [pilotage/APP-04] [pilotage/APP-05] [pilotage/DEL-02] [pilotage/DEL-03] [pilotage/REF-02] [pilotage/REF-03] [pilotage/AUT-01] [pilotage/AUT-02]';
const OTHERS = '[pilotage/PASS-01] [pilotage/MKT-01] [pilotage/MKT-07] [pilotage/MKT-08]';

describe('exact figures', () => {
  it(`are, of any day as known at any instant, what a slow reading of the log says ${MEASURES} ${OTHERS}`, async () => {
    await fc.assert(
      fc.asyncProperty(history(), questions, async (events, question) => {
        await load(events);
        const expected = oracle(events, question);
        const found = await ask(question);
        const value = (id: string) => found.indicators.find(({ indicator }) => indicator.id === id)!;
        const parts = (id: string) => Object.fromEntries(value(id).parts.filter(({ count, code }) => count > 0 && code !== 'waiting').map(({ code, count }) => [code, count]));
        const { meanResponseDays: mean, ...words } = expected;
        if (mean === null) expect(value('DEL-03-MOYEN').value).toBeNull();
        else expect(value('DEL-03-MOYEN').value).toBeCloseTo(mean, 9);
        expect(parts('REF-02')).toEqual(words.reasons);
        expect(value('DEL-03').parts.at(-1)).toMatchObject({ code: 'waiting', apart: true, count: words.applications - words.answered });
        expect(value('DEL-03-ATTENTE').numerator).toBe(words.applications - words.answered);
        expect([value('REF-02').numerator, value('APP-05-NET').value]).toEqual([words.refusals - words.automatic, words.hires - words.cancelledHires]);
        expect({
          answeredByPeople: value('DEL-03-HUMAIN').numerator,
          humanResponseDays: value('DEL-03-HUMAIN').value,
          classes: parts('DEL-03'),
          cancelledHires: found.hires - value('APP-05-NET').value!,
          submitted: parts('MKT-01-ETATS'),
          needKinds: parts('MKT-01'),
          needs: value('MKT-01').value,
          transactions: value('MKT-07').value,
          transactionAmount: value('MKT-08').value,
          automatic: value('REF-03').numerator,
          answered: value('DEL-03').numerator,
          selfPrescribed: value('AUT-02').numerator,
          inPass: value('APP-05-PASS').numerator,
          applications: found.applications,
          accepted: found.acceptanceRate.numerator,
          refusals: found.refusals,
          reasons: Object.fromEntries(found.refusalReasons.map(({ code, count }) => [code, count])),
          hires: found.hires,
          passesIssued: found.passesIssued,
          passesCancelled: value('PASS-01-ANNULES').value,
          medianResponseDays: found.medianResponseDays,
        }).toEqual(words);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('are each what the statement of its definition says, term by term', async () => {
    await fc.assert(
      fc.asyncProperty(history(), questions, async (events, question) => {
        await load(events);
        const columns = (await house.copy.upTo(0, 1000))!;
        for (const { indicator, numerator, denominator } of (await ask(question)).indicators) {
          expect(await house.reader.term(indicator.numerator, question, columns)).toBe(numerator);
          if (indicator.denominator) expect(await house.reader.term(indicator.denominator, question, house.postgres)).toBe(denominator);
        }
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('are behind them: the facts of a figure, less those that left, add up to it', async () => {
    await fc.assert(
      fc.asyncProperty(history(), questions, async (events, question) => {
        await load(events);
        for (const { indicator, numerator, denominator, parts } of (await ask(question)).indicators.filter(({ indicator: { numerator: term } }) => term.of === 'units')) {
          const counts = await behind(indicator, question);
          const { numerator: { measure, less }, denominator: under } = indicator;
          const both = less || !under ? numerator : under.measure === measure ? denominator! : numerator + denominator!;
          expect(counts.reduce((sum, { sign, count }) => sum + sign * count, 0)).toBe(both);
          const facts = await house.app.get(DrillDown).behind({ indicator, part: null }, question, { limit: 50, offset: 0 });
          expect(facts).toHaveLength(Math.min(50, counts.reduce((sum, { count }) => sum + count, 0)));
          for (const { position, type, stream } of facts) expect(events).toContainEqual(expect.objectContaining({ position, type, stream }));
          // Each part by itself: its own number, and nobody else's.
          for (const { code, count } of parts.filter(({ code }) => code !== 'waiting')) {
            const part = narrowingOf(indicator, code)!;
            expect([indicator.id, code, (await behind(indicator, question, part)).reduce((sum, { sign, count: n }) => sum + sign * n, 0)]).toEqual([indicator.id, code, count]);
          }
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('put a day where its class begins in that class, whichever way they are looked at [pilotage/DEL-02]', async () => {
    const sent = Array.from({ length: 4 }, () => ({ after: 1, kind: 'ACI', department: '30' }));
    const days = [30, 31, 90, 91];
    await load(historyOf(sent, days.map((after, application) => ({ after: 24 * after, application, act: 'refuse', reason: 'other', ahead: 0 }))));
    const { indicator, parts } = (await ask(all)).indicators.find(({ indicator: { id } }) => id === 'DEL-03')!;
    expect(parts.map(({ code, count }) => [code, count])).toEqual([['0', 1], ['31', 1], ['46', 0], ['61', 1], ['91', 1], ['waiting', 0]]);
    for (const { code, count } of parts.filter(({ code }) => code !== 'waiting')) expect((await behind(indicator, all, narrowingOf(indicator, code)!)).reduce((sum, each) => sum + each.count, 0)).toBe(count);
  });

  it('are of inclusion employers unless another kind is asked for, and of every territory [pilotage/G-2]', async () => {
    await load(historyOf([['ACI', '30'], ['GEIQ', '30'], ['EI', '59'], ['ETTI', '75']].map(([kind, department]) => ({ after: 1, kind: kind!, department: department! })), []));
    expect((await ask(all)).applications).toBe(3);
    expect((await ask(all)).byKind.map(({ code }) => code)).toEqual(['ACI', 'EI', 'ETTI']);
    expect((await ask({ ...all, kind: 'GEIQ' })).applications).toBe(1);
  });

  it('are computed once for all who ask at the same moment, and by PostgreSQL what the columns have no memory for', async () => {
    await load(historyOf([{ after: 1, kind: 'ACI', department: '30' }], []));
    const compute = jest.spyOn(house.reader, 'compute');
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => house.reader.answer(all, { position: 1, recorded: null })));
    expect(compute).toHaveBeenCalledTimes(1);
    compute.mockRestore();
    expect(others).toEqual(Array.from({ length: 4 }, () => first));
    const full = Object.assign(Object.create(house.postgres) as PostgresEngine, { name: 'columns', values: () => house.postgres.values(), rows: () => Promise.reject(new Error('out of memory')) });
    expect(await house.reader.compute(all, full as unknown as PostgresEngine)).toEqual(first);
    expect(first!.applications).toBe(1);
  });

  it('add up: months, kinds and territories make the total, reasons make the refusals [pilotage/G-4]', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (events) => {
        await load(events);
        const found = await ask(all);
        const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
        expect(sum(found.byMonth.map(({ applications }) => applications))).toBe(found.applications);
        expect(sum(found.byKind.map(({ count }) => count))).toBe(found.applications);
        expect(sum(found.byTerritory.map(({ applications }) => applications))).toBe(found.applications);
        expect(sum(found.byTerritory.map(({ hires }) => hires))).toBe(found.hires);
        expect(sum(found.byDepartment.map(({ hires }) => hires))).toBe(found.hires);
        for (const list of [found.byMonth, found.byTerritory, found.byDepartment]) {
          expect(sum(list.map(({ transactions }) => transactions))).toBe(found.transactions);
          expect(sum(list.map(({ transactionAmount }) => transactionAmount))).toBe(found.transactionAmount);
        }
        for (const { indicator, parts, numerator, denominator } of found.indicators.filter((each) => each.parts.length > 0)) {
          const whole = indicator.id === 'REF-02' ? denominator! : numerator;
          expect(sum(parts.filter(({ code }) => code !== 'waiting').map(({ count }) => count))).toBe(whole);
          if (whole > 0) expect(sum(parts.filter(({ code }) => code !== 'waiting').map(({ share }) => share!))).toBeCloseTo(1, 9);
        }
        // The country's map has each département's own number, the one a question about it alone gets.
        for (const { code, applications, passesIssued } of found.byDepartment) expect(await ask({ ...all, department: code })).toMatchObject({ applications, passesIssued });
        expect(sum(found.refusalReasons.map(({ count }) => count))).toBe(found.refusals);
        const { numerator, denominator, value } = found.acceptanceRate;
        expect(value).toBe(denominator === 0 ? null : numerator / denominator);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('the running platform', () => {
  it('moves the figures when something is recorded, says up to which event they count, and counts the same once rebuilt', async () => {
    await load([]);
    const store: EventStore = house.app.store;
    const [submitted] = historyOf([{ after: 0, kind: 'ACI', department: '30' }], []);
    const { occurred } = submitted!.meta;
    const meta = { occurred, actor: submitted!.id, organisation: null, role: 'system' as const, command: submitted!.id, correlation: submitted!.id, causation: null };
    const { position } = await store.append('application-1', NO_STREAM, [{ id: submitted!.id, type: submitted!.type, version: 1, data: submitted!.data, meta }]);
    await house.app.settled();
    const fresh = await house.reader.freshness();
    expect(fresh.position).toBe(position);
    expect((await house.reader.engine(position)).name).toBe('columns');
    expect(await house.copy.status()).toEqual({ position, lag: 0, state: 'live' });
    await house.app.worker.rebuild(['pilotage.fact']);
    expect(await house.app.database.one(`select indexname from pg_indexes where schemaname = 'read' and indexname = 'pilotage_fact_cell'`)).not.toBeNull();
    expect(await house.reader.answer(all, fresh)).toMatchObject({ applications: 1, byTerritory: [{ code: '76', name: 'Occitanie', applications: 1 }] });
  });
});
