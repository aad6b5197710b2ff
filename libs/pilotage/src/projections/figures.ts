import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, KernelConfig } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import { DEFINITION } from '../domain/fact.js';
import { type CellSum, type FiguresAnswer, figuresOf, isByRegion } from '../domain/figures.js';
import { roundedSql } from '../domain/masking.js';
import type { Question } from '../domain/question.js';

export interface Freshness {
  readonly position: number;
  readonly recorded: string | null;
}

const COUNTED = `position is not null and left_at is null and definition = ${DEFINITION} and month between $1 and $2 and kind = any($3::text[])
  and ($4::text is null or region = $4) and ($5::text is null or department = $5)`;
const CELL = ['measure', 'month', 'kind', 'department', 'detail'] as const;

const sumsSql = (masked: boolean, territory: 'region' | 'department') => `
  with cell as (select ${CELL.join(', ')}, region, count(*) as n from read.pilotage_fact where ${COUNTED} group by ${CELL.join(', ')}, region),
  shown as (select measure, month, kind, ${territory} as territory, detail, ${masked ? roundedSql('n', CELL.join(` || '|' || `), '$6') : 'n'} as n from cell)
  select measure, month, kind, territory, detail, sum(n)::bigint as count
  from shown group by grouping sets ((measure, month), (measure, kind), (measure, territory), (measure, detail))`;

const MEDIAN = `select percentile_cont(0.5) within group (order by delay_days) as median from read.pilotage_fact where measure = 'response' and ${COUNTED}`;
const KEPT = 200;

/** Figures over the facts: one pass for all the counts, one for the exact median. */
@Injectable()
export class FiguresReader {
  readonly #secret: string;
  readonly #answers = new Map<string, FiguresAnswer>();

  constructor(
    private readonly database: Database,
    config: KernelConfig,
  ) {
    this.#secret = createHash('sha256').update(`public figures ${config.masterKey}`).digest('hex');
  }

  /** Up to which event the figures count. */
  async freshness(): Promise<Freshness> {
    const last = await this.database.one<{ touched: number; recorded: string }>('select touched, recorded from read.pilotage_fact order by touched desc limit 1');
    return { position: last?.touched ?? 0, recorded: last?.recorded ?? null };
  }

  /** Answered once per question and log position. */
  async answer(question: Question, { position }: Freshness): Promise<FiguresAnswer> {
    const key = JSON.stringify([question, position]);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = await this.#compute(question);
    if (this.#answers.size >= KEPT) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  async #compute(question: Question): Promise<FiguresAnswer> {
    const { from, to, kind, region, department, masked } = question;
    // Unless a kind is asked for, figures are those of inclusion employers.
    const parameters = [from, to, kind ? [kind] : SIAE_KINDS, region, department];
    const sums = this.database.rows<CellSum>(sumsSql(masked, isByRegion(question) ? 'region' : 'department'), masked ? [...parameters, this.#secret] : parameters);
    const median = masked ? null : this.database.one<{ median: number | null }>(MEDIAN, parameters);
    return figuresOf(question, await sums, (await median)?.median ?? null);
  }
}
