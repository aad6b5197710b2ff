import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ControlQueries } from '#control';
import { IdentityQueries } from '#identity';
import { addDays, type EventStore, KernelConfig, LiveTopics, NO_STREAM, type RecordedEvent } from '#kernel';
import { OrganisationsQueries, SIAE_KINDS } from '#organisations';
import { testApp, type TestApp } from '../../../testing/src/app.js';
import { PUBLIC_FIGURES, PublicFigures } from '../api/figures-topic.js';
import { foldFacts } from '../domain/fold.fixture.js';
import { history, historyOf, type Sent, type Step } from '../domain/history.fixture.js';
import type { Indicator } from '../domain/indicator.js';
import { type Narrowing, narrowingOf } from '../domain/narrowing.js';
import { oracle } from '../domain/oracle.fixture.js';
import { monthsOf, type Question } from '../domain/question.js';
import { PilotageModule } from '../pilotage.module.js';
import { DrillDown } from './drill-down.js';
import { FiguresCopy } from './figures-copy.js';
import { FiguresReader } from './figures.js';
import { PostgresEngine } from './postgres-engine.js';
import { figuresSecret } from './dither.js';

const unasked = [IdentityQueries, OrganisationsQueries].map((provide) => ({ provide, useValue: {} }));
const territories = { module: class Territories {}, global: true, providers: [{ provide: ControlQueries, useValue: { territoryOf: () => null } }, ...unasked], exports: [ControlQueries, IdentityQueries, OrganisationsQueries] };
let app: TestApp;
let reader: FiguresReader;
let copy: FiguresCopy;
let postgres: PostgresEngine;
beforeAll(async () => {
  app = await testApp({ modules: [territories, PilotageModule] });
  reader = app.get(FiguresReader);
  copy = app.get(FiguresCopy);
  postgres = new PostgresEngine(app.database, figuresSecret(app.get(KernelConfig).masterKey));
}, 60_000);
afterAll(() => app.close());

let asked = 0;
/** Puts the facts of these events in place of the others. */
const load = async (events: readonly RecordedEvent[]) => {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const rows = foldFacts(events).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
  await app.database.run('delete from read.pilotage_fact');
  await app.database.run('insert into read.pilotage_fact select * from json_populate_recordset(null::read.pilotage_fact, $1::json)', [JSON.stringify(rows)]);
  await copy.reload();
};
/** By the columns; PostgreSQL must say the same. */
const ask = async (question: Question) => {
  const columns = await copy.upTo(0, 1000);
  expect(columns).not.toBeNull();
  const found = await reader.compute(question, columns!);
  if (asked++ % 4 === 0) expect(await reader.compute(question, postgres)).toEqual(found);
  return found;
};
let looks = 0;
/** Counts of the facts behind a figure: by the columns, and by PostgreSQL as if there were none. */
const behind = async (indicator: Indicator, question: Question, part: Narrowing | null = null) => {
  const engine = reader.engine.bind(reader);
  const counts = await app.get(DrillDown).events({ indicator, part }, question, --looks);
  reader.engine = () => Promise.resolve(postgres);
  expect(await app.get(DrillDown).events({ indicator, part }, question, --looks)).toEqual(counts);
  reader.engine = engine;
  return counts;
};
const now = { validAt: null, knownAt: null };
const all: Question = { from: '2025-01', to: '2026-12', kind: null, region: null, department: null, masked: false, ...now };

const questions: fc.Arbitrary<Question> = fc
  .record({
    from: fc.constantFrom('2025-01', '2025-02', '2025-06'),
    to: fc.constantFrom('2025-06', '2025-12', '2026-12'),
    kind: fc.constantFrom(null, 'ACI', 'GEIQ'),
    territory: fc.constantFrom<readonly (string | null)[]>([null, null], ['76', null], [null, '59'], ['76', '30']),
    validAt: fc.option(fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-01-03', days))),
    knownAt: fc.option(fc.integer({ min: 0, max: 600 }).map((days) => Date.parse('2025-01-03T12:00:00Z') + days * 86_400_000)),
  })
  .map(({ territory, ...rest }) => ({ ...rest, region: territory[0]!, department: territory[1]!, masked: false }));

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
        const columns = (await copy.upTo(0, 1000))!;
        for (const { indicator, numerator, denominator } of (await ask(question)).indicators) {
          expect(await reader.term(indicator.numerator, question, columns)).toBe(numerator);
          if (indicator.denominator) expect(await reader.term(indicator.denominator, question, postgres)).toBe(denominator);
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
          const facts = await app.get(DrillDown).behind({ indicator, part: null }, question, { limit: 50, offset: 0 });
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

  it('are computed once for all who ask at the same moment, and by PostgreSQL what the columns have no memory for', async () => {
    await load(historyOf([{ after: 1, kind: 'ACI', department: '30' }], []));
    const compute = jest.spyOn(reader, 'compute');
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => reader.answer(all, { position: 1, recorded: null })));
    expect(compute).toHaveBeenCalledTimes(1);
    compute.mockRestore();
    expect(others).toEqual(Array.from({ length: 4 }, () => first));
    const full = Object.assign(Object.create(postgres) as PostgresEngine, { name: 'columns', values: () => postgres.values(), rows: () => Promise.reject(new Error('out of memory')) });
    expect(await reader.compute(all, full as unknown as PostgresEngine)).toEqual(first);
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

  it('of two moments differ by multiples of five, and stay the same while nothing was written: asking again and again wears nothing down [pilotage/P-6]', async () => {
    const events = historyOf(many(60), accepted(60));
    const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'];
    await load(events);
    const territory = { ...all, masked: true, to: '2025-07' };
    const moments = months.flatMap((valid) => months.map((known) => ({ validAt: addDays(`${valid}-28`, 0), knownAt: Date.parse(`${known}-28T22:00:00Z`) })));
    const atoms = [territory, { ...territory, department: '30', kind: 'ACI' }, { ...territory, department: '34', kind: 'ETTI' }];
    for (const atom of atoms) {
      const answers = [];
      for (const moment of moments) answers.push({ moment, shown: await ask({ ...atom, ...moment }), exact: await ask({ ...atom, ...moment, masked: false }) });
      for (const { shown, exact } of answers) {
        for (const { count } of await behind(shown.indicators[0]!.indicator, { ...atom, validAt: '2025-07-31' })) expect(count % 5).toBe(0);
        for (const count of counts(shown)) expect(count % 5).toBe(0);
        for (const other of answers.filter(({ exact: same }) => JSON.stringify(same) === JSON.stringify(exact))) expect(other.shown).toEqual(shown);
      }
    }
  }, 120_000);

  it('never tell one deal from another by its amount', async () => {
    const deal = (amount: number) => ({ after: 1, department: '30', work: null, deals: [{ after: 1, amount }] });
    const published = async (amounts: readonly number[]) => {
      await load(historyOf([], [], amounts.map(deal)));
      const { indicators, transactionAmount, transactions, byMonth } = await ask({ ...all, masked: true });
      expect(byMonth.reduce((sum, each) => sum + each.transactionAmount, 0)).toBe(transactionAmount ?? 0);
      return { ...indicators.find(({ indicator }) => indicator.id === 'MKT-08')!, deals: transactions };
    };
    const many = await published(Array.from({ length: 150 }, (_, n) => 1234 * n + 17));
    expect(many.value).toBeGreaterThan(0);
    expect(many.value! % 10_000).toBe(0);
    expect(many.deals % 5).toBe(0);
    // A large deal that is alone, or nearly, is not told at all.
    for (const amounts of [[800_000], [800_000, 1_000], [800_000, 1_000, 2_000, 3_000]]) expect(await published(amounts)).toMatchObject({ value: null, numerator: 0 });
  });

  it('are announced to everybody when a rounded total has moved, and only then', async () => {
    app.clock.set('2025-01-20T12:00:00Z');
    const [announced, heard] = [app.get(PublicFigures), [] as string[]];
    const stop = app.get(LiveTopics).subscribe([PUBLIC_FIGURES], (topic) => heard.push(topic));
    await load([]);
    await announced.look();
    const shown = async () => JSON.stringify(await reader.live({ position: 0, recorded: null }));
    let before = await shown();
    let moves = 0;
    heard.length = 0;
    for (let n = 1; n <= 8; n++) {
      await load(historyOf(many(n), []));
      await announced.look();
      if ((await shown()) !== before) moves++;
      before = await shown();
    }
    stop();
    app.clock.set('2026-03-10T09:00:00Z');
    expect(heard).toHaveLength(moves);
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(8);
  });

  it('move only in steps of five while a month is under way, region by region', async () => {
    app.clock.set('2025-01-20T12:00:00Z');
    const shown = [];
    for (const n of [10, 11, 12, 13, 14, 15]) {
      await load(historyOf(many(n), []));
      const { regions, ...country } = await reader.live({ position: 0, recorded: null });
      expect(regions.reduce((sum, { applications }) => sum + applications, 0)).toBe(country.applications);
      for (const { applications } of regions) expect(applications % 5).toBe(0);
      shown.push(country.applications);
    }
    app.clock.set('2026-03-10T09:00:00Z');
    expect(shown.at(-1)! - shown[0]!).toBeGreaterThanOrEqual(0);
  });

  it('stay close to the truth, always answer the same, and keep their rates [pilotage/P-6]', async () => {
    await load(historyOf(many(400), accepted(400)));
    const [exact, rounded, again] = [await ask({ ...masked, masked: false }), await ask(masked), await ask(masked)];
    expect(again).toEqual(rounded);
    expect(Math.abs(rounded.applications - exact.applications)).toBeLessThan(40);
    expect(rounded.acceptanceRate.value).not.toBeNull();
  });

  it('show no rate that could be about fewer than five people, however much they are rounded up [pilotage/P-6]', async () => {
    let roundedUp = 0;
    for (let n = 1; n <= 4; n++)
      for (const kind of [...SIAE_KINDS, null]) {
        // All in one cell, or each in a cell of its own.
        await load(historyOf(Array.from({ length: n }, (_, i) => ({ after: 24, kind: kind ?? SIAE_KINDS[i]!, department: '30' })), accepted(n)));
        const { acceptanceRate, indicators, medianResponseDays } = await ask(masked);
        for (const { value } of [acceptanceRate, ...indicators.filter(({ indicator }) => indicator.reading === 'ratio')]) expect(value).toBeNull();
        expect(medianResponseDays).toBeNull();
        if (acceptanceRate.denominator >= 5) roundedUp++;
      }
    expect(roundedUp).toBeGreaterThan(0);
  }, 60_000);

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
    await load([]);
    const store: EventStore = app.store;
    const [submitted] = historyOf([{ after: 0, kind: 'ACI', department: '30' }], []);
    const { occurred } = submitted!.meta;
    const meta = { occurred, actor: submitted!.id, organisation: null, role: 'system' as const, command: submitted!.id, correlation: submitted!.id, causation: null };
    const { position } = await store.append('application-1', NO_STREAM, [{ id: submitted!.id, type: submitted!.type, version: 1, data: submitted!.data, meta }]);
    await app.settled();
    const fresh = await reader.freshness();
    expect(fresh.position).toBe(position);
    expect((await reader.engine(position)).name).toBe('columns');
    expect(await copy.status()).toEqual({ position, lag: 0, state: 'live' });
    await app.worker.rebuild(['pilotage.fact']);
    expect(await app.database.one(`select indexname from pg_indexes where schemaname = 'read' and indexname = 'pilotage_fact_cell'`)).not.toBeNull();
    expect(await reader.answer(all, fresh)).toMatchObject({ applications: 1, byTerritory: [{ code: '76', name: 'Occitanie', applications: 1 }] });
  });
});
