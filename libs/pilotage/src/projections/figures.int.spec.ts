import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ControlQueries } from '#control';
import { type EventStore, NO_STREAM, type RecordedEvent } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import { testApp, type TestApp } from '../../../testing/src/app.js';
import { foldFacts } from '../domain/fold.fixture.js';
import { history, historyOf, type Sent, type Step } from '../domain/history.fixture.js';
import { oracle } from '../domain/oracle.fixture.js';
import { monthsOf, type Question } from '../domain/question.js';
import { PilotageModule } from '../pilotage.module.js';
import { FiguresReader } from './figures.js';

const territories = { module: class Territories {}, global: true, providers: [{ provide: ControlQueries, useValue: { territoryOf: () => null } }], exports: [ControlQueries] };
let app: TestApp;
let reader: FiguresReader;
beforeAll(async () => {
  app = await testApp({ modules: [territories, PilotageModule] });
  reader = app.get(FiguresReader);
}, 60_000);
afterAll(() => app.close());

let asked = 0;
/** Puts the facts of these events in place of the others. */
const load = async (events: readonly RecordedEvent[]) => {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const rows = foldFacts(events).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
  await app.database.run('delete from read.pilotage_fact');
  await app.database.run('insert into read.pilotage_fact select * from json_populate_recordset(null::read.pilotage_fact, $1::json)', [JSON.stringify(rows)]);
};
// Answers are kept by position: a position of its own makes every question a new one.
const ask = (question: Question) => reader.answer(question, { position: ++asked, recorded: null });
const all: Question = { from: '2025-01', to: '2026-12', kind: null, region: null, department: null, masked: false };

const questions: fc.Arbitrary<Question> = fc
  .record({
    from: fc.constantFrom('2025-01', '2025-02', '2025-06'),
    to: fc.constantFrom('2025-06', '2025-12', '2026-12'),
    kind: fc.constantFrom(null, 'ACI', 'GEIQ'),
    territory: fc.constantFrom([null, null], ['76', null], [null, '59'], ['76', '30']),
  })
  .map(({ from, to, kind, territory }) => ({ from, to, kind, region: territory[0]!, department: territory[1]!, masked: false }));

describe('exact figures', () => {
  it('are what a slow reading of the whole log says [pilotage/APP-01] [pilotage/APP-04] [pilotage/APP-05] [pilotage/REF-02] [pilotage/DEL-03] [pilotage/PASS-01]', async () => {
    await fc.assert(
      fc.asyncProperty(history(), questions, async (events, question) => {
        await load(events);
        const expected = oracle(events, question);
        const found = await ask(question);
        expect({
          applications: found.applications,
          accepted: found.acceptanceRate.numerator,
          refusals: found.refusals,
          reasons: Object.fromEntries(found.refusalReasons.map(({ code, count }) => [code, count])),
          hires: found.hires,
          passesIssued: found.passesIssued,
          medianResponseDays: found.medianResponseDays,
        }).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

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
        expect(sum(found.refusalReasons.map(({ count }) => count))).toBe(found.refusals);
        const { numerator, denominator, value } = found.acceptanceRate;
        expect(value).toBe(denominator === 0 ? null : numerator / denominator);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('public figures', () => {
  const atoms = (question: Question): readonly Question[] =>
    monthsOf(question).flatMap((month) => ['30', '34', '59', '75'].flatMap((department) => SIAE_KINDS.map((kind) => ({ ...question, from: month, to: month, kind, region: null, department }))));
  const counts = ({ applications, hires, refusals, passesIssued }: { applications: number; hires: number; refusals: number; passesIssued: number }) => [applications, hires, refusals, passesIssued];
  const many = (n: number): readonly Sent[] => Array.from({ length: n }, (_, i) => ({ after: 5, kind: i % 3 ? 'ACI' : 'ETTI', department: ['30', '34', '59'][i % 3]! }));
  const accepted = (n: number): readonly Step[] => Array.from({ length: n }, (_, i) => ({ after: 1, application: i, act: i % 3 ? 'accept' : 'refuse', reason: 'other', ahead: i % 60 }));
  const masked = { ...all, from: '2025-01', to: '2025-03', masked: true };

  it('are nothing but sums of the published cells: comparing answers can reveal no more than the cells do [pilotage/P-6]', async () => {
    await load(historyOf(many(150), accepted(150)));
    const cells = await Promise.all(atoms(masked).map(async (atom) => [atom, counts(await ask(atom))] as const));
    for (const [, cell] of cells) for (const count of cell) expect(count % 5).toBe(0);
    const wider: readonly Question[] = [masked, { ...masked, to: '2025-02' }, { ...masked, kind: 'ACI' }, { ...masked, region: '76' }, { ...masked, department: '34', from: '2025-02' }];
    for (const question of wider) {
      const inside = cells.filter(([{ from, kind, department }]) => from >= question.from && from <= question.to && (!question.kind || kind === question.kind) && (!question.region || ['30', '34'].includes(department!)) && (!question.department || department === question.department));
      const sum = inside.reduce((total, [, cell]) => total.map((count, i) => count + cell[i]!), [0, 0, 0, 0]);
      expect(counts(await ask(question))).toEqual(sum);
    }
  }, 60_000);

  it('a difference between two questions, or before and after one person, is never between 1 and 4 [pilotage/P-6]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), questions, questions, async (n, first, second) => {
        const answers = [];
        for (const size of [n, n + 1]) {
          await load(historyOf(many(size), accepted(size)));
          answers.push(...(await Promise.all([first, second].map((question) => ask({ ...question, masked: true })))));
        }
        const [reference, ...others] = answers.map(counts);
        for (const other of others) other.forEach((count, i) => expect(Math.abs((count - reference![i]!) % 5)).toBe(0));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('stay close to the truth, always answer the same, and show no rate over fewer than five [pilotage/P-6]', async () => {
    await load(historyOf(many(400), accepted(400)));
    const [exact, rounded, again] = [await ask({ ...masked, masked: false }), await ask(masked), await ask(masked)];
    expect(again).toEqual(rounded);
    expect(Math.abs(rounded.applications - exact.applications)).toBeLessThan(40);
    await load(historyOf(many(1), []));
    const { acceptanceRate, medianResponseDays } = await ask(masked);
    if (acceptanceRate.denominator < 5) expect(acceptanceRate.value).toBeNull();
    expect(medianResponseDays).toBeNull();
  });

  it('are made with a secret: whoever reads the code cannot tell when a cell jumps', async () => {
    const jumps = new Set<number>();
    for (const department of ['30', '34', '59', '75']) {
      for (let n = 1; n <= 5; n++) {
        await load(historyOf(Array.from({ length: n }, () => ({ after: 1, kind: 'ACI', department })), []));
        if ((await ask({ ...masked, department })).applications > 0) {
          jumps.add(n);
          break;
        }
      }
    }
    expect(jumps.size).toBeGreaterThan(1);
  });
});

describe('the running platform', () => {
  it('moves the figures when something is recorded, says up to which event they count, and counts the same once rebuilt', async () => {
    await app.database.run('delete from read.pilotage_fact');
    const store: EventStore = app.store;
    const [submitted] = historyOf([{ after: 0, kind: 'ACI', department: '30' }], []);
    const { occurred } = submitted!.meta;
    const meta = { occurred, actor: submitted!.id, organisation: null, role: 'system' as const, command: submitted!.id, correlation: submitted!.id, causation: null };
    const { position } = await store.append('application-1', NO_STREAM, [{ id: submitted!.id, type: submitted!.type, version: 1, data: submitted!.data, meta }]);
    await app.settled();
    const fresh = await reader.freshness();
    expect(fresh.position).toBe(position);
    await app.worker.rebuild(['pilotage.fact']);
    expect(await app.database.one(`select indexname from pg_indexes where schemaname = 'read' and indexname = 'pilotage_fact_cell'`)).not.toBeNull();
    expect(await reader.answer(all, fresh)).toMatchObject({ applications: 1, byTerritory: [{ code: '76', name: 'Occitanie', applications: 1 }] });
  });
});
