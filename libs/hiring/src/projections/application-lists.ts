import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Day, type Id, Refusal } from '#kernel';
import { ApplicationEntity, type ApplicationLine, type CommentFact, type TimelineFact } from './application.row.js';
import { listConditions, type ListFilter } from './list-filter.js';

export interface ListOrder {
  readonly by: 'sentAt' | 'changedAt';
  readonly descending: boolean;
}
export interface OrderedFilter extends ListFilter {
  /** Absent: last changed first. */
  readonly order?: ListOrder | null;
}
export interface ApplicationList {
  readonly total: number;
  readonly rows: readonly ApplicationLine[];
  readonly next: string | null;
  readonly counts: readonly { readonly status: string; readonly count: number }[];
}

const LAST_CHANGED: ListOrder = { by: 'changedAt', descending: true };
const MAX_PAGE = 100;
/** A file holds no more. */
export const EXPORT_ROWS = 2_000;
export const DELIVERY_PAGE = 20;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = Object.keys(ApplicationEntity.properties)
  .filter((name) => name !== 'timeline' && name !== 'comments')
  .map((name) => `a.${snake(name)} as "${name}"`)
  .join(', ');

/** Cursors are log positions: opaque to whoever holds one. */
const cursor = (position: number) => Buffer.from(String(position)).toString('base64url');
const positionIn = (after: string): number => {
  const position = Number(Buffer.from(after, 'base64url').toString());
  if (!Number.isSafeInteger(position)) throw new Refusal('hiring/page-unknown');
  return position;
};

@Injectable()
export class ApplicationLists {
  constructor(private readonly database: Database) {}

  /** What happened to each of these, oldest first. */
  async timelines(ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly TimelineFact[]>> {
    const rows = await this.database.rows<{ id: Id; timeline: readonly TimelineFact[] }>('select id, timeline from read.hiring_application where id = any($1::uuid[])', [ids]);
    return new Map(rows.map(({ id, timeline }) => [id, timeline]));
  }

  /** Oldest first. */
  async comments(id: Id): Promise<readonly CommentFact[]> {
    const row = await this.database.one<{ comments: readonly CommentFact[] }>('select comments from read.hiring_application where id = $1', [id]);
    return row?.comments ?? [];
  }

  one(id: Id): Promise<ApplicationLine | null> {
    return this.database.one<ApplicationLine>(`select ${COLUMNS} from read.hiring_application a where a.id = $1`, [id]);
  }

  /** A person's applications to a company sent since a day, on which nobody was hired; the last sent first. */
  earlier(companyId: Id, candidateId: Id, since: Day): Promise<readonly ApplicationLine[]> {
    return this.database.rows<ApplicationLine>(
      `select ${COLUMNS} from read.hiring_application a
       where a.candidate_id = $1 and a.company_id = $2 and a.status <> 'accepted' and a.submitted_on >= $3 order by a.sent_at desc`,
      [candidateId, companyId, since],
    );
  }

  /** A page of the actor's box, last changed first unless another order is asked for; counts say how many there are of each status, whatever statuses are asked for. */
  page(actor: Actor, filter: OrderedFilter, first: number, after: string | null, today: Day): Promise<ApplicationList> {
    return this.some(actor, filter, Math.min(first, MAX_PAGE), after, today);
  }

  /** The same from its beginning, as many as a file holds [emplois/VIS-5]. */
  toExport(actor: Actor, filter: OrderedFilter, today: Day): Promise<ApplicationList> {
    return this.some(actor, filter, EXPORT_ROWS, null, today);
  }

  private async some(actor: Actor, { order, ...filter }: OrderedFilter, first: number, after: string | null, today: Day): Promise<ApplicationList> {
    const { conditions, params } = listConditions(actor, filter, today);
    const from = `from read.hiring_application a where ${conditions.join(' and ')}`;
    const size = Math.max(1, first);
    const wanted = filter.candidateId ? null : filter.statuses?.length ? filter.statuses : null;
    const { by, descending } = order ?? LAST_CHANGED;
    const position = `a.${snake(by)}`;
    const pageParams = [...params];
    const bind = (value: unknown) => `$${pageParams.push(value)}`;
    const paged = [wanted && `a.status = any(${bind(wanted)}::text[])`, after && `${position} ${descending ? '<' : '>'} ${bind(positionIn(after))}`]
      .filter(Boolean)
      .map((sql) => ` and ${sql}`);
    const [counts, rows] = await Promise.all([
      this.database.rows<{ status: string; count: number }>(
        `select a.status, count(*)::int as count ${from} group by a.status order by a.status`,
        params,
      ),
      this.database.rows<ApplicationLine>(
        `select ${COLUMNS} ${from}${paged.join('')} order by ${position}${descending ? ' desc' : ''} limit ${bind(size + 1)}`,
        pageParams,
      ),
    ]);
    const shown = rows.slice(0, size);
    const total = counts.reduce((sum, { status, count }) => sum + (!wanted || wanted.includes(status) ? count : 0), 0);
    return { total, rows: shown, next: rows.length > size ? cursor(shown.at(-1)![by]) : null, counts };
  }

  /** How many of those received were kept for later, and forgotten since. */
  async dormant(actor: Actor, today: Day): Promise<number> {
    const anything = { box: 'received', statuses: null, search: null, companyId: null, candidateId: null, from: null, to: null };
    const { conditions, params } = listConditions(actor, { ...anything, dormant: true }, today);
    const found = await this.database.one<{ count: number }>(`select count(*)::int as count from read.hiring_application a where ${conditions.join(' and ')}`, params);
    return found?.count ?? 0;
  }

  /** A page of the hires whose PASS waits for staff, the first to wait first. */
  async awaitingPass(page: number): Promise<{ readonly total: number; readonly rows: readonly ApplicationLine[] }> {
    const from = `from read.hiring_application a where a.delivery = 'pending'`;
    const [count, rows] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*)::int as total ${from}`),
      this.database.rows<ApplicationLine>(`select ${COLUMNS} ${from} order by a.changed_at limit ${DELIVERY_PAGE} offset $1`, [
        (page - 1) * DELIVERY_PAGE,
      ]),
    ]);
    return { total: count?.total ?? 0, rows };
  }
}
