import { Injectable } from '@nestjs/common';
import { Clock, Database, dayOf, KernelConfig } from '#kernel';
import { delayCount, type WaitedCount } from '../domain/exact-delays.js';
import { type FiguresAnswer, figuresOf } from '../domain/figures.js';
import type { Term } from '../domain/indicator.js';
import { type LiveTotals, liveTotals, type RegionCount } from '../domain/live.js';
import type { Question } from '../domain/question.js';
import { delaysSql } from './delays-sql.js';
import { ditherOf, figuresSecret } from './dither.js';
import type { Engine } from './engine.js';
import { FiguresCopy } from './figures-copy.js';
import { PostgresEngine } from './postgres-engine.js';
import { cellSums, type SummedRow } from './summed.js';
import { regionsSql, sumsSql } from './sums-sql.js';
import { termSql } from './terms-sql.js';

export interface Freshness {
  /** Last event counted; 0 when there is none. */
  readonly position: number;
  readonly recorded: string | null;
}

const LAST = 'select position, recorded from read.pilotage_fact where position is not null order by position desc limit 1';
const LAST_KNOWN = 'select position, recorded from read.pilotage_fact where position is not null and recorded <= $1 order by recorded desc, position desc limit 1';
const KEPT = 500;
/** How long an answer waits for the columns before the facts themselves are asked. */
const WAIT_MS = 300;

/** Figures over the facts: one pass for all the counts, one for the exact delays. */
@Injectable()
export class FiguresReader {
  readonly #secret: string;
  readonly #answers = new Map<string, Promise<FiguresAnswer>>();
  readonly #postgres: PostgresEngine;

  constructor(
    private readonly database: Database,
    private readonly copy: FiguresCopy,
    private readonly clock: Clock,
    config: KernelConfig,
  ) {
    this.#secret = figuresSecret(config.masterKey);
    this.#postgres = new PostgresEngine(database, this.#secret);
  }

  /** Up to which event figures known at an instant count. */
  async freshness(knownAt: number | null = null): Promise<Freshness> {
    const last = await (knownAt === null ? this.database.one<{ position: number; recorded: number }>(LAST) : this.database.one<{ position: number; recorded: number }>(LAST_KNOWN, [knownAt]));
    return { position: last?.position ?? 0, recorded: last ? new Date(last.recorded).toISOString() : null };
  }

  /** The columns when they hold the event, the facts themselves otherwise. */
  async engine(position: number): Promise<Engine> {
    return (await this.copy.upTo(position, WAIT_MS)) ?? this.#postgres;
  }

  /** Answered once per question and log position, however many ask it at the same time. */
  answer(question: Question, { position }: Freshness): Promise<FiguresAnswer> {
    const key = JSON.stringify([question, position]);
    const known = this.#answers.get(key);
    if (known) return known;
    if (this.#answers.size >= KEPT) this.#answers.clear();
    const answer = this.engine(position).then((engine) => this.compute(question, engine));
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  /** What the columns have no memory for, the facts themselves answer. */
  async compute(question: Question, engine: Engine): Promise<FiguresAnswer> {
    if (engine.name === 'postgres') return this.#ask(question, engine);
    return this.#ask(question, engine).catch(() => this.#ask(question, this.#postgres));
  }

  async #ask(question: Question, engine: Engine): Promise<FiguresAnswer> {
    const [forSums, forDelays] = [engine.values(), engine.values()];
    const { masked, validAt, knownAt } = question;
    const published = masked && validAt !== null && knownAt !== null ? await engine.published({ validAt, knownAt }) : null;
    const sums = engine.rows<SummedRow>(sumsSql(engine, question, published, forSums), forSums);
    const delays = masked ? null : engine.rows<WaitedCount>(delaysSql(engine, question, forDelays), forDelays);
    // Awaited together: when both fail, no failure is left without anybody to hear it.
    const [counted, taken] = await Promise.all([sums, delays]);
    return figuresOf(question, cellSums(counted), taken && taken.map(delayCount));
  }

  /** One side of an indicator by its own statement. */
  async term(term: Term, question: Question, engine: Engine): Promise<number> {
    const values = engine.values();
    return (await engine.rows<{ value: number }>(termSql(engine, term, question, values), values))[0]!.value;
  }

  /** What everybody may see moving: the month under way, for the country and for each region, in steps. */
  async live({ position }: Freshness): Promise<LiveTotals> {
    const month = dayOf(this.clock.now()).slice(0, 7);
    const engine = await this.engine(position);
    const values = engine.values();
    const counts = await engine.rows<RegionCount>(regionsSql(engine, month, values), values);
    return liveTotals(month, counts, ({ measure, region }) => ditherOf(this.#secret, [`live ${measure}`, Number(month.replace('-', '')), '', region, '']));
  }
}
