import { Injectable } from '@nestjs/common';
import { Database, type Day, KernelConfig } from '#kernel';
import type { Question } from '../domain/question.js';
import { behindSql, countsSql, heldSql, type Looked, signSql } from './behind-sql.js';
import { figuresSecret } from './dither.js';
import { FiguresReader } from './figures.js';
import { PostgresEngine } from './postgres-engine.js';

export interface EventCount {
  /** Of an event; for the public, the measure. */
  readonly type: string;
  readonly sign: number;
  readonly count: number;
}
export interface Behind {
  readonly unit: string;
  readonly stream: string;
  readonly position: number;
  readonly recorded: number;
  readonly day: Day;
  readonly type: string;
  readonly sign: number;
  readonly measure: string;
  readonly kind: string;
  readonly department: string;
  readonly detail: string;
  readonly amount: number;
}

export const BEHIND_PAGE = 50;
/** Answers kept. */
const KEPT = 2_000;

/** The facts behind a figure, each with the event that made it, none with a person. */
@Injectable()
export class DrillDown {
  readonly #postgres: PostgresEngine;
  readonly #told = new Map<string, Promise<readonly EventCount[]>>();

  constructor(
    private readonly database: Database,
    private readonly reader: FiguresReader,
    config: KernelConfig,
  ) {
    this.#postgres = new PostgresEngine(database, figuresSecret(config.masterKey));
  }

  /** By kind of event, entering and leaving apart; for the public, by measure. Computed once per question and log position, in columns as the figures are: looking behind one costs no more than asking for it. */
  events(looked: Looked, question: Question, position: number): Promise<readonly EventCount[]> {
    const key = JSON.stringify([looked.indicator.id, looked.part, question, position]);
    const known = this.#told.get(key);
    if (known) return known;
    if (this.#told.size >= KEPT) this.#told.clear();
    const counted = this.#count(looked, question, position);
    this.#told.set(key, counted);
    counted.catch(() => this.#told.delete(key));
    return counted;
  }

  async #count(looked: Looked, question: Question, position: number): Promise<readonly EventCount[]> {
    const engine = await this.reader.engine(position);
    const values = engine.values();
    const counts = await engine.rows<EventCount>((question.masked ? heldSql : countsSql)(engine, looked, question, values), values);
    return counts.map(({ type, sign, count }) => ({ type, sign, count })).sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1) || b.sign - a.sign);
  }

  /** A page of the facts themselves, the last ones first. Only for those who may see true figures. */
  behind(looked: Looked, question: Question, page: { readonly limit: number; readonly offset: number }): Promise<readonly Behind[]> {
    const values = this.#postgres.values();
    const sign = signSql(looked, values);
    return this.database.rows<Behind>(
      `select unit, stream, position, recorded, day, type, ${sign} as sign, measure, kind, department, detail, amount from read.pilotage_fact
       where ${behindSql(looked, question, values)} order by position desc, id limit ${page.limit} offset ${page.offset}`,
      values.bound,
    );
  }
}
