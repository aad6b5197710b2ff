import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Day, type Id, type RuleCheck, Streams } from '#kernel';
import { ApprovalsQueries, type Pass } from '../contract.js';
import { waitingPeriodCheck, type WaitingInput } from '../domain/pass-rules.js';
import { isValid, passState, remainingDays, waitingEnd } from '../domain/pass-dates.js';
import { pass } from '../domain/pass.decider.js';
import { latestPass, passStream } from '../domain/pass.state.js';
import { PassAccess } from './pass-access.js';
import { passConditions, type PassFilter } from './pass-filter.js';
import type { PassRow } from './pass.projection.js';

export const PASS_PAGE = 20;
const COLUMNS = 'id, candidate_id as "candidateId", number, start, "end", cancelled';

const passOf = ({ id, candidateId, number, start, end }: Omit<PassRow, 'cancelled'>, today: Day): Pass => ({
  passId: id,
  candidateId,
  number,
  start,
  end,
  state: passState({ start, end }, today),
  remainingDays: remainingDays({ start, end }, today),
  waitingUntil: isValid({ end }, today) ? null : waitingEnd(end),
});

@Injectable()
export class Passes extends ApprovalsQueries {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: PassAccess,
  ) {
    super();
  }

  maySee(actor: Actor, candidateId: Id): Promise<boolean> {
    return this.access.maySee(actor, candidateId);
  }

  async latest(candidateId: Id, today: Day): Promise<Pass | null> {
    const { state } = await this.streams.load(passStream(candidateId), pass);
    const held = latestPass(state, today);
    if (!held) return null;
    const row = await this.database.one<{ number: string | null }>('select number from read.approvals_pass where id = $1', [held.passId]);
    return passOf({ id: held.passId, candidateId, number: row?.number ?? null, start: held.start, end: held.end }, today);
  }

  async latestOf(candidateIds: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Pass>> {
    if (candidateIds.length === 0) return new Map();
    const rows = await this.database.rows<PassRow>(
      `select distinct on (candidate_id) ${COLUMNS} from read.approvals_pass
       where candidate_id = any($1::uuid[]) and not cancelled and "end" + interval '2 years' >= $2::date order by candidate_id, "end" desc, id desc`,
      [candidateIds, today],
    );
    return new Map(rows.map((row) => [row.candidateId, passOf(row, today)]));
  }

  async byIds(passIds: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Pass>> {
    if (passIds.length === 0) return new Map();
    const rows = await this.database.rows<PassRow>(`select ${COLUMNS} from read.approvals_pass where id = any($1::uuid[])`, [passIds]);
    return new Map(rows.map((row) => [row.id, passOf(row, today)]));
  }

  async waitingPeriod(candidateId: Id, input: WaitingInput): Promise<RuleCheck> {
    return waitingPeriodCheck((await this.streams.load(passStream(candidateId), pass)).state, input);
  }

  /** A page of the PASS this actor lists, the last to end first. */
  async page(actor: Actor, filter: PassFilter, page: number, today: Day): Promise<{ readonly total: number; readonly items: readonly Pass[] }> {
    const listed = this.access.listed(actor);
    if (!listed) return { total: 0, items: [] };
    const parameters: unknown[] = [listed.party];
    const narrowed = passConditions(filter, actor, today, (value) => `$${parameters.push(value)}`);
    const from = `from read.approvals_pass where ${[listed.condition, 'not cancelled', ...narrowed].join(' and ')}`;
    const [count, rows] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*) as total ${from}`, parameters),
      this.database.rows<PassRow>(`select ${COLUMNS} ${from} order by "end" desc, id limit ${PASS_PAGE} offset $${parameters.length + 1}`, [...parameters, (page - 1) * PASS_PAGE]),
    ]);
    return { total: count?.total ?? 0, items: rows.map((row) => passOf(row, today)) };
  }

  /** The last hire of a company under a PASS. */
  async hireUnder(passId: Id, companyId: Id): Promise<Id | null> {
    const found = await this.database.one<{ id: Id }>('select id from read.approvals_cover where pass_id = $1 and company_id = $2 order by starts_on desc, id limit 1', [passId, companyId]);
    return found?.id ?? null;
  }
}
