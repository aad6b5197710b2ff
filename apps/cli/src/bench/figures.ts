import { DEPARTMENTS, COMPANY_KINDS, REFUSAL_REASONS } from '#reference';
import { type KernelConfig, SystemClock, type LiveTopics } from '#kernel';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { readTables } from '#kernel/runtime/orm';
import { FiguresCopy } from '../../../../libs/pilotage/src/projections/figures-copy.js';
import { facts } from '../../../../libs/pilotage/src/projections/facts.projection.js';
import { FiguresReader } from '../../../../libs/pilotage/src/projections/figures.js';
import { figuresSecret } from '../../../../libs/pilotage/src/projections/dither.js';
import type { Engine } from '../../../../libs/pilotage/src/projections/engine.js';
import { PostgresEngine } from '../../../../libs/pilotage/src/projections/postgres-engine.js';
import type { Question } from '../../../../libs/pilotage/src/domain/question.js';
import { drawing, oneOf } from './draw.js';
import { fillFacts } from './figures-fill.js';
import { type Line, percentile, within } from './report.js';
import type { BenchServer } from './server.js';

const FACTS = Number(process.env['BENCH_FACTS'] ?? 3_000_000);
const QUESTIONS = 300;
/** The facts without columns are asked less often: they take their time. */
const SLOW_QUESTIONS = 20;
const SEED = 20_260_101;

type Moment = (random: () => number) => Pick<Question, 'validAt' | 'knownAt' | 'masked'>;
const month = (n: number) => `${2022 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
const today: Moment = () => ({ validAt: null, knownAt: null, masked: false });
const past: Moment = (random) => {
  const at = Date.UTC(2023, 0, 1) + random() * 1000 * 86_400_000;
  return { validAt: new Date(at).toISOString().slice(0, 10), knownAt: Math.round(at + random() * 90 * 86_400_000), masked: false };
};
const published: Moment = () => ({ validAt: '2025-11-30', knownAt: Date.UTC(2025, 10, 30, 22), masked: true });

const questions = (count: number, moment: Moment): readonly Question[] => {
  const random = drawing(SEED);
  const one = <T>(list: readonly T[]) => oneOf(random, list);
  return Array.from({ length: count }, () => {
    const [length, last] = [one([1, 3, 12, 12, 12, 24, 48]), 24 + Math.floor(random() * 24)];
    const place = one([null, 'region', 'department'] as const);
    const { code, region } = one(DEPARTMENTS);
    const kind = random() < 0.5 ? null : one(['ACI', 'AI', 'EI', 'ETTI']);
    return { from: month(Math.max(0, last - length + 1)), to: month(last), kind, region: place === 'region' ? region.code : null, department: place === 'department' ? code : null, ...moment(random) };
  });
};

/** And the first one, which makes what the others find: the cells of a published moment. */
const timed = async (reader: FiguresReader, engine: Engine, asked: readonly Question[]): Promise<{ readonly first: number; readonly p95: number }> => {
  const times: number[] = [];
  for (const question of asked) {
    const start = performance.now();
    await reader.compute(question, engine);
    times.push(performance.now() - start);
  }
  return { first: times[0]!, p95: percentile(times, 0.95) };
};

/** A page of figures under any filter, never answered before, over as many facts as the country makes. */
export async function benchFigures(server: BenchServer): Promise<readonly Line[]> {
  const database = new PgDatabase(await server.database('bench_figures'), { max: 4 });
  await database.script(`create schema read; ${readTables(database.url, [facts]).get(facts)!.create()}`);
  await fillFacts(database, FACTS, { departments: DEPARTMENTS.map(({ code }) => code), regions: DEPARTMENTS.map(({ region }) => region.code), kinds: COMPANY_KINDS.slice(0, 5).map(({ code }) => code), reasons: REFUSAL_REASONS.map(({ code }) => code) });
  const config = { role: 'api', masterKey: 'bench' } as KernelConfig;
  const clock = new SystemClock();
  const copy = new FiguresCopy(database, { subscribe: () => () => undefined } as unknown as LiveTopics, config, clock);
  const reader = new FiguresReader(database, copy, clock, config);
  const start = performance.now();
  await copy.onApplicationBootstrap();
  const columns = await copy.upTo(1, 600_000);
  if (!columns) throw new Error('the columns were not filled');
  const seconds = (performance.now() - start) / 1000;
  const { n } = (await database.one<{ n: number }>('select count(*) as n from read.pilotage_fact'))!;
  const postgres = new PostgresEngine(database, figuresSecret(config.masterKey));
  const lines: Line[] = [{ what: 'facts copied into columns at start', detail: `${(n / 1e6).toFixed(1)} M in ${seconds.toFixed(0)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`, ours: Math.round(n / seconds), baseline: Math.round(n / seconds), ratio: 1, target: null }];
  for (const [what, moment, atMost] of [['page today', today, 50], ['page of a past day as known then', past, 200], ['public page', published, 50]] as const) {
    const { first, p95: ms } = await timed(reader, columns, questions(QUESTIONS, moment));
    lines.push({ ...within(`${what}, p95`, ms, atMost), detail: `${ms.toFixed(1)} ms of ${atMost}; the first question ${first.toFixed(1)} ms` });
    const { p95: slow } = await timed(reader, postgres, questions(SLOW_QUESTIONS, moment));
    lines.push({ what: '  columns against the same in PostgreSQL', ours: Math.round(1000 / ms), baseline: Math.round(1000 / slow), ratio: Math.round((100 * slow) / ms) / 100, target: null });
  }
  await copy.onApplicationShutdown();
  await database.close();
  return lines;
}
