import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { ControlQueries } from '#control';
import { Clock } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { monthsOf } from '../../libs/pilotage/src/domain/question.js';
import { PilotageModule } from '../../libs/pilotage/src/pilotage.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { bestGuess, drawing, type Game } from './figures-attack/attacker.js';
import { everythingOf, leavesOf } from './figures-attack/leaves.js';
import { asked as question, type Filter, moment, oneMore, people } from './figures-attack/questions.js';
import { load, type Person } from './figures-attack/world.js';
import { Neighbours } from './neighbours.js';

@Global()
@Module({ providers: [{ provide: ControlQueries, useValue: { territoryOf: () => Promise.resolve(null) } }], exports: [ControlQueries] })
class NobodysTerritory {}

interface Answer {
  readonly figures: { readonly from: string; readonly to: string; readonly live: unknown };
}
const DRILLED = [['APP-01'], ['APP-04'], ['DEL-03', '0'], ['REF-02', 'training']] as const;
const QUERY = `query ($filter: FigureFilter!) { figures(filter: $filter) ${everythingOf('Figures')}
  ${DRILLED.map(([id, part]) => `${id.replace('-', '')}: drillDown(indicator: "${id}", ${part ? `part: "${part}", ` : ''}filter: $filter) ${everythingOf('DrillDown')}`).join('\n')} }`;
/** Numbers that are sums of cells; the others (rates, medians) are made of them. */
const SUMS = /^figures\.(applications|hires|refusals|passesIssued|byMonth|byKind|refusalReasons|byDepartment)|^[A-Z]+\d+\.events.*\.count/;
const REGION: Readonly<Record<string, string>> = { '30': '76', '34': '76', '59': '32' };
const NOW = '2026-03-10T09:00:00Z';

describe('an attacker of the public figures, who asks what he likes and knows everybody but one', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const ask = async (filter: Filter): Promise<Answer> => {
    const { data, errors } = (await app.inject({ method: 'POST', url: '/graphql', payload: { query: QUERY, variables: { filter } } })).json<{ data: Answer; errors?: unknown }>();
    expect(errors).toBeUndefined();
    return data;
  };
  const sumsOf = (answer: unknown) => new Map([...leavesOf(answer)].filter(([path]) => SUMS.test(path)));
  const added = (all: readonly ReadonlyMap<string, number>[]) => {
    const total = new Map<string, number>();
    for (const each of all) for (const [path, n] of each) total.set(path, (total.get(path) ?? 0) + n);
    return total;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test', REQUESTS_PER_MINUTE: '0' });
    app = await createApp(config, { modules: [Neighbours, NobodysTerritory, ApprovalsModule, HiringModule, PilotageModule] });
    await app.init();
    jest.spyOn(app.get(Clock), 'now').mockReturnValue(Date.parse(NOW));
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('reads nothing that is not a sum of cells, and nothing at all of one person more unless a cell steps [pilotage/P-6]', async () => {
    const unmoved: boolean[] = [];
    await fc.assert(
      fc.asyncProperty(people, oneMore, moment, fc.array(question, { minLength: 4, maxLength: 6 }), async (others, one, past, filters) => {
        const worlds = [];
        for (const world of [others, [...others, one]]) {
          await load(app, world);
          const questions = [{}, ...filters.flatMap((filter) => [filter, { ...filter, ...past }])];
          const answers = new Map<string, Answer>();
          for (const filter of questions) answers.set(JSON.stringify(filter), await ask(filter));
          const cells = new Map<string, ReadonlyMap<string, number>>();
          for (const at of [{}, past])
            for (const month of ['2025-12', '2026-01', '2026-02'])
              for (const department of ['30', '34', '59'])
                for (const kind of ['ACI', 'EI']) {
                  const cell = sumsOf(await ask({ ...at, from: month, to: month, department, kind }));
                  for (const [path, n] of cell) expect([path, n % 5]).toEqual([path, 0]);
                  cells.set([JSON.stringify(at), month, department, kind].join(' '), cell);
                }
          for (const [asked, answer] of answers) {
            const { asOf, knownAt, region, department, kind } = JSON.parse(asked) as Filter;
            const inside = monthsOf(answer.figures).flatMap((month) =>
              ['30', '34', '59'].flatMap((place) =>
                ['ACI', 'EI'].filter((each) => (!kind || each === kind) && (!department || place === department) && (!region || REGION[place] === region)).map((each) => cells.get([JSON.stringify(asOf ? { asOf, knownAt } : {}), month, place, each].join(' ')) ?? new Map<string, number>()),
              ),
            );
            expect(Object.fromEntries(sumsOf(answer))).toEqual(Object.fromEntries(added(inside)));
          }
          worlds.push({ answers: JSON.stringify([...answers]), cells: JSON.stringify([...cells].map(([cell, sums]) => [cell, [...sums]])), live: JSON.stringify([...leavesOf(answers.get('{}')!.figures.live)]) });
        }
        const [without, and] = worlds;
        unmoved.push(without!.cells === and!.cells && without!.live === and!.live);
        if (unmoved.at(-1)) expect(and!.answers).toBe(without!.answers);
      }),
      { seed: 42, numRuns: 10, endOnFailure: true },
    );
    expect(unmoved).toContain(true);
    expect(unmoved).toContain(false);
  }, 240_000);

  it('reads the same of a measure however many entered it and left it again: only who is in it now is told [pilotage/P-6]', async () => {
    const cells = monthsOf({ from: '2025-01', to: '2025-06' }).flatMap((month) => ['30', '34', '59'].flatMap((department) => ['ACI', 'EI'].map((kind) => ({ on: `${month}-02`, department, kind }))));
    const some = (n: number, person: object) => Array.from({ length: n }, () => person as Person);
    const played = (left: boolean) =>
      cells.flatMap((cell, at) => [
        ...some(at % 6, { ...cell, outcome: 'hired' }),
        ...some(at % 4, { ...cell, ...(left ? { outcome: 'cancelled' } : {}) }),
        ...some(at % 5, { ...cell, outcome: 'refused' }),
        ...some(at % 3, { ...cell, outcome: left ? 'after all' : 'hired' }),
      ]);
    const filters: readonly Filter[] = [{ from: '2025-01', to: '2025-06' }, { region: '76' }, ...cells.map(({ on, department, kind }) => ({ from: on.slice(0, 7), to: on.slice(0, 7), department, kind }))];
    const told = async (world: readonly Person[]) => {
      await load(app, world);
      const answers = await Promise.all(filters.map(ask));
      return answers.map((answer) => [...leavesOf(answer)].filter(([path]) => /^(APP04|REF02)\.|APP-04|refusals|refusalReasons/.test(path)));
    };
    const nobodyLeft = await told(played(false));
    expect(await told(played(true))).toEqual(nobodyLeft);
    expect(JSON.stringify(nobodyLeft)).toMatch(/APP04\.events\[accepted:1].*REF02\.events\[refused:1]/);
  }, 120_000);

  it('guesses no better than one step of five allows, whichever number he looks at and however he adds and subtracts [pilotage/P-6]', async () => {
    const draw = drawing(11);
    const [months, places] = [monthsOf({ from: '2025-01', to: '2025-12' }), ['30', '34', '59', '62', '13', '69', '75', '93']];
    const cells = months.flatMap((month) => places.flatMap((department) => SIAE_KINDS.map((kind) => ({ month, department, kind, others: 0, there: draw() < 0.5 }))));
    const known = cells.map((cell, at) => ({ ...cell, others: Math.floor(at / 7) % 5 }));
    await load(app, known.flatMap(({ month, department, kind, others, there }) => Array.from({ length: others + Number(there) }, (_, n) => ({ on: `${month}-${String(2 + 3 * n).padStart(2, '0')}`, department, kind }))));
    const answers = new Map<string, Promise<Answer>>();
    const once = (filter: Filter): Promise<Answer> => answers.get(JSON.stringify(filter)) ?? answers.set(JSON.stringify(filter), ask(filter)).get(JSON.stringify(filter))!;
    const games: Game[] = [];
    for (const { month, department, kind, others, there } of known) {
      const [period, before] = [{ from: month, to: '2025-12' }, { from: month, to: month }];
      const applications = async (filter: Filter) => (await once(filter)).figures as unknown as Record<'applications', number> & Record<'byMonth', readonly { month: string; applications: number }[]>;
      const direct = await once({ ...before, department, kind });
      const later = { from: monthsOf(period)[1] ?? '', to: '2025-12' };
      const routes = {
        'period less what follows': (await applications({ ...period, department, kind })).applications - (later.from ? (await applications({ ...later, department, kind })).applications : 0),
        'month of the year': (await applications({ from: '2025-01', to: '2025-12', department, kind })).byMonth.find((each) => each.month === month)!.applications,
        'as of the end of the year': (await applications({ ...before, department, kind, asOf: '2025-12-31' })).applications,
        'as known a month later': (await applications({ ...before, department, kind, knownAt: '2026-02-11T10:00:00Z' })).applications,
      };
      const kinds = await Promise.all(SIAE_KINDS.filter((each) => each !== kind).map(async (each) => (await applications({ ...before, department, kind: each })).applications));
      const ways = [...Object.values(routes), (await applications({ ...before, department })).applications - kinds.reduce((sum, n) => sum + n, 0)];
      // One way to a cell tells what the others tell: there is nothing to average.
      expect(ways.map((n) => [month, department, kind, n])).toEqual(ways.map(() => [month, department, kind, (direct.figures as unknown as { applications: number }).applications]));
      games.push({ others, there, seen: leavesOf(direct) });
    }
    expect(bestGuess(games)).toBeLessThan(0.8);
  }, 240_000);
});
