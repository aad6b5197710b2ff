import { Injectable } from '@nestjs/common';
import { Clock, Database, dayOf, KernelConfig } from '#kernel';
import { type CellSum, type FiguresAnswer, figuresOf } from '../domain/figures.js';
import type { Term } from '../domain/indicator.js';
import { type LiveTotals, liveTotals, type RegionCount } from '../domain/live.js';
import type { Question } from '../domain/question.js';
import type { Delays } from '../domain/reading.js';
import { ditherOf, figuresSecret } from './dither.js';
import type { Engine } from './engine.js';
import { FiguresCopy } from './figures-copy.js';
import { delaysSql, regionsSql, sumsSql, termSql } from './figures-sql.js';
import { PostgresEngine } from './postgres-engine.js';

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
  readonly #answers = new Map<string, FiguresAnswer>();
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

  /** Answered once per question and log position. */
  async answer(question: Question, { position }: Freshness): Promise<FiguresAnswer> {
    const key = JSON.stringify([question, position]);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = await this.compute(question, await this.engine(position));
    if (this.#answers.size >= KEPT) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  async compute(question: Question, engine: Engine): Promise<FiguresAnswer> {
    const [forSums, forDelays] = [engine.values(), engine.values()];
    const { masked, validAt, knownAt } = question;
    const published = masked && validAt !== null && knownAt !== null ? await engine.published({ validAt, knownAt }) : null;
    const sums = engine.rows<CellSum>(sumsSql(engine, question, published, forSums), forSums);
    const delays = masked ? null : engine.rows<Delays>(delaysSql(engine, question, forDelays), forDelays);
    return figuresOf(question, await sums, delays && (await delays)[0]!);
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
