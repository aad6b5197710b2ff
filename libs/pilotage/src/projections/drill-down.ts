import { Injectable } from '@nestjs/common';
import { Database, type Day, KernelConfig } from '#kernel';
import type { Indicator } from '../domain/indicator.js';
import { rounded } from '../domain/masking.js';
import type { Question } from '../domain/question.js';
import { ditherOf, figuresSecret } from './dither.js';
import { ofTermSql, withinSql } from './figures-sql.js';
import { PostgresEngine } from './postgres-engine.js';

export interface EventCount {
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
interface Cell extends EventCount {
  readonly measure: string;
  readonly month: number;
  readonly kind: string;
  readonly department: string;
  readonly detail: string;
}

export const BEHIND_PAGE = 50;
/** Public answers kept. */
const KEPT = 2_000;

/** The facts behind a figure, from where they are kept: each with the event that made it, none with a person. */
@Injectable()
export class DrillDown {
  readonly #engine: PostgresEngine;
  readonly #secret: string;
  /** What the public is told is of closed months as known when one ended: it is computed once for all who ask, and again if the facts are rebuilt. */
  readonly #told = new Map<string, Promise<readonly EventCount[]>>();

  constructor(
    private readonly database: Database,
    config: KernelConfig,
  ) {
    this.#secret = figuresSecret(config.masterKey);
    this.#engine = new PostgresEngine(database, this.#secret);
  }

  #where(indicator: Indicator, question: Question) {
    const values = this.#engine.values();
    const terms = [indicator.numerator, ...(indicator.denominator ? [indicator.denominator] : [])];
    const either = terms.map((term) => `(${ofTermSql(term, values)})`).join(' or ');
    const { less } = indicator.numerator;
    // What is taken away goes out of the figure as it comes in.
    const sign = less ? `case measure when ${values.bind(less)} then -sign else sign end` : 'sign';
    return { sql: `(${either}) and ${withinSql(question, values)}`, sign, values };
  }

  /** By kind of event, entering and leaving apart. For the public each cell is rounded as it is everywhere else. */
  events(indicator: Indicator, question: Question, position = 0): Promise<readonly EventCount[]> {
    if (!question.masked) return this.#count(indicator, question);
    const key = JSON.stringify([indicator.id, question, position]);
    const known = this.#told.get(key);
    if (known) return known;
    if (this.#told.size >= KEPT) this.#told.clear();
    const counted = this.#count(indicator, question);
    this.#told.set(key, counted);
    counted.catch(() => this.#told.delete(key));
    return counted;
  }

  async #count(indicator: Indicator, question: Question): Promise<readonly EventCount[]> {
    const { sql, sign, values } = this.#where(indicator, question);
    const cells = await this.database.rows<Cell>(
      `select type, ${sign} as sign, measure, month, kind, department, detail, count(*)::int as count from read.pilotage_fact where ${sql} group by 1, 2, 3, 4, 5, 6, 7`,
      values.bound,
    );
    const sums = new Map<string, EventCount>();
    for (const { type, sign: effect, count, measure, month, kind, department, detail } of cells) {
      const shown = question.masked ? rounded(count, ditherOf(this.#secret, [measure, month, kind, department, detail])) : count;
      const key = `${type} ${effect}`;
      sums.set(key, { type, sign: effect, count: (sums.get(key)?.count ?? 0) + shown });
    }
    return [...sums.values()].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
  }

  /** The last ones first. Only for those who may see true figures. */
  async behind(indicator: Indicator, question: Question, page: number): Promise<{ readonly total: number; readonly facts: readonly Behind[] }> {
    const { sql, sign, values } = this.#where(indicator, question);
    // The statement takes the same values as the next one, the one of the sign among them.
    const total = this.database.one<{ n: number }>(`select count(${sign})::int as n from read.pilotage_fact where ${sql}`, values.bound);
    const facts = this.database.rows<Behind>(
      `select unit, stream, position, recorded, day, type, ${sign} as sign, measure, kind, department, detail, amount from read.pilotage_fact
       where ${sql} order by position desc, id limit ${BEHIND_PAGE} offset ${BEHIND_PAGE * (page - 1)}`,
      values.bound,
    );
    return { total: (await total)?.n ?? 0, facts: await facts };
  }
}
