import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, LiveTopics } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import { PUBLIC_FIGURES, PublicFigures } from '../api/figures-topic.js';
import { historyOf, type Sent, type Step } from '../domain/history.fixture.js';
import { monthsOf, type Question } from '../domain/question.js';
import { FiguresHouse } from './figures-house.fixture.js';
import { all, questions } from './questions.fixture.js';

const house = new FiguresHouse();
const { load, ask, behind } = house;

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
    house.app.clock.set('2025-01-20T12:00:00Z');
    const [announced, heard] = [house.app.get(PublicFigures), [] as string[]];
    const stop = house.app.get(LiveTopics).subscribe([PUBLIC_FIGURES], (topic) => heard.push(topic));
    await load([]);
    await announced.look();
    const shown = async () => JSON.stringify(await house.reader.live({ position: 0, recorded: null }));
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
    house.app.clock.set('2026-03-10T09:00:00Z');
    expect(heard).toHaveLength(moves);
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(8);
  });

  it('move only in steps of five while a month is under way, region by region', async () => {
    house.app.clock.set('2025-01-20T12:00:00Z');
    const shown = [];
    for (const n of [10, 11, 12, 13, 14, 15]) {
      await load(historyOf(many(n), []));
      const { regions, ...country } = await house.reader.live({ position: 0, recorded: null });
      expect(regions.reduce((sum, { applications }) => sum + applications, 0)).toBe(country.applications);
      for (const { applications } of regions) expect(applications % 5).toBe(0);
      shown.push(country.applications);
    }
    house.app.clock.set('2026-03-10T09:00:00Z');
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
