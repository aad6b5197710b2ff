import { Injectable } from '@nestjs/common';
import { Database, type Day, type Id, isId } from '#kernel';
import type { AmountComparison } from '../domain/amount-comparison.js';
import { worthSql } from './amount-sql.js';
import { columns, jsonOf } from './columns.js';
import { NeedEntity, type NeedRow } from './need.row.js';
import { NeedSupplierEntity, type NeedSupplierRow } from './need-supplier.row.js';
import { relationId } from './need-suppliers.projection.js';

export const NEEDS_PAGE = 10;
export const SUPPLIERS_PAGE = 20;

export interface Listed<R> {
  readonly total: number;
  readonly rows: readonly R[];
  readonly counts: readonly { readonly status: string; readonly count: number }[];
}
/** Beside the list: open needs nobody there has opened yet, by kind. */
export type Received = Listed<ReceivedRow> & { readonly unread: readonly { readonly kind: string; readonly count: number }[] };
/** Beside the list: how many have opened the need, whatever they answered. */
export type Targeted = Listed<NeedSupplierRow> & { readonly viewed: number };
/** A need with the relation of the supplier who reads it. */
export type ReceivedRow = NeedRow & { readonly relation: NeedSupplierRow };

/** A state, a kind, an amount (of the team's list), a page; null asks nothing. */
export interface NeedsAsked {
  readonly status: string | null;
  readonly kind: string | null;
  readonly amount?: AmountComparison | null;
  readonly page: number;
}
const RECEIVED = `from read.marketplace_need_supplier r join read.marketplace_need n on n.id = r.need_id and n.status = 'validated' where r.supplier_id = $1 and r.withdrawn_on is null`;
const NEED = columns(NeedEntity, 'n');
const RELATION = columns(NeedSupplierEntity, 'r');
const RELATION_JSON = `${jsonOf(NeedSupplierEntity, 'r')} as relation`;

/** `$2` is today: what is validated is closed once its deadline is past. */
const STATUS = `case when n.status = 'validated' and n.deadline < $2::date then 'closed' else n.status end`;
/** A refusal hides an interest declared before it [marche/TRK-04]. */
const RELATION_STATUS = `case when r.declined_on is not null then 'declined' when r.interested_on is not null then 'interested' else 'matched' end`;
/** Somebody there opened the page, or followed the link the supplier was sent [marche/VIS-40]. */
const OPENED = 'coalesce(r.viewed_on, r.link_opened_on) is not null';
/** In a supplier's list: what it never answered is closed once its deadline is past; what it hid is apart [marche/TRK-10]. */
const RECEIVED_STATUS = `case when r.hidden_on is not null then 'hidden' when r.declined_on is null and r.interested_on is null and n.deadline < $2::date then 'closed' else ${RELATION_STATUS} end`;
/** Out of the directory: nobody's to reach any more. One without a contact says something only by its answer. */
const LISTED = '(s.id is null or (not s.delisted and (s.contact_id is not null or r.interested_on is not null or r.declined_on is not null)))';
const NEWEST = `(n.deadline < $2::date), n.submitted_on desc nulls first, n.changed_at desc`;

@Injectable()
export class NeedLists {
  constructor(private readonly database: Database) {}

  one(id: Id): Promise<NeedRow | null> {
    return isId(id) ? this.database.one<NeedRow>(`select ${NEED} from read.marketplace_need n where n.id = $1`, [id]) : Promise.resolve(null);
  }

  relation(needId: Id, supplierId: Id): Promise<NeedSupplierRow | null> {
    return this.database.one<NeedSupplierRow>(`select ${RELATION} from read.marketplace_need_supplier r where r.id = $1 and r.withdrawn_on is null`, [relationId(needId, supplierId)]);
  }

  /** Open ones first, then the last published [marche/VIS-02]. */
  ofBuyer(buyerId: Id, today: Day, asked: NeedsAsked): Promise<Listed<NeedRow>> {
    return this.#needs('n.buyer_id = $1', buyerId, today, asked, NEWEST);
  }

  /** Everybody's, for the team; the one that waits longest first. Drafts are their author's. */
  ofAll(today: Day, asked: NeedsAsked): Promise<Listed<NeedRow>> {
    return this.#needs(`n.status <> $1`, 'draft', today, asked, asked.status === 'submitted' ? 'n.submitted_on, n.changed_at' : NEWEST);
  }

  /** Published needs a supplier matches. */
  async received(supplierId: Id, today: Day, { status, kind, page }: NeedsAsked): Promise<Received> {
    const from = `${RECEIVED} and $2::date is not null and ($3::text is null or n.kind = $3)`;
    const [unread, counts, rows] = await Promise.all([
      this.database.rows<{ kind: string; count: number }>(`select n.kind, count(*)::int as count ${RECEIVED} and r.viewed_on is null and n.deadline >= $2::date group by 1 order by 1`, [supplierId, today]),
      this.database.rows<{ status: string; count: number }>(`select ${RECEIVED_STATUS} as status, count(*)::int as count ${from} group by 1 order by 1`, [supplierId, today, kind]),
      this.database.rows<ReceivedRow>(
        `select ${NEED}, ${RELATION_JSON} ${from} and (${RECEIVED_STATUS} = $4 or ($4::text is null and r.hidden_on is null)) order by ${NEWEST}, n.id limit ${NEEDS_PAGE} offset $5`,
        [supplierId, today, kind, status, (page - 1) * NEEDS_PAGE],
      ),
    ]);
    return { total: totalOf(status === null ? counts.filter((each) => each.status !== 'hidden') : counts, status), rows, counts, unread };
  }

  /** Open needs a supplier has not answered yet. */
  async unanswered(supplierId: Id, today: Day): Promise<number> {
    const found = await this.database.one<{ count: number }>(`select count(*)::int as count ${RECEIVED} and ${RECEIVED_STATUS} = 'matched'`, [supplierId, today]);
    return found!.count;
  }

  /** Suppliers of a need that are in the directory and can be reached: those interested first, the latest before, then by name; those who opened it are also those who answered [marche/VIS-40]. */
  async suppliersOf(needId: Id, tab: string | null, page: number): Promise<Targeted> {
    const from = `from read.marketplace_need_supplier r left join read.marketplace_supplier s on s.id = r.supplier_id where r.need_id = $1 and r.withdrawn_on is null and ${LISTED}`;
    const [opened, counts, rows] = await Promise.all([
      this.database.one<{ count: number }>(`select count(*)::int as count ${from} and ${OPENED}`, [needId]),
      this.database.rows<{ status: string; count: number }>(`select ${RELATION_STATUS} as status, count(*)::int as count ${from} group by 1 order by 1`, [needId]),
      this.database.rows<NeedSupplierRow>(
        `select ${RELATION} ${from} and ($2::text is null or ${RELATION_STATUS} = $2 or ($2 = 'viewed' and ${OPENED})) order by (${RELATION_STATUS} <> 'interested'), r.rank desc nulls last, s.name, r.id limit ${SUPPLIERS_PAGE} offset $3`,
        [needId, tab, (page - 1) * SUPPLIERS_PAGE],
      ),
    ]);
    const viewed = opened!.count;
    return { total: tab === 'viewed' ? viewed : totalOf(counts, tab), rows, counts, viewed };
  }

  /** Whom its buyer may have signed with, those interested first. */
  partnersOf(needId: Id): Promise<readonly Id[]> {
    const partners = `select r.supplier_id as id from read.marketplace_need_supplier r left join read.marketplace_supplier s on s.id = r.supplier_id where r.need_id = $1 and r.withdrawn_on is null`;
    return this.database.rows<{ id: Id }>(`${partners} order by (r.interested_on is null), r.rank, s.name, r.id`, [needId]).then((rows) => rows.map(({ id }) => id));
  }

  async #needs(who: string, party: string, today: Day, { status, kind, amount, page }: NeedsAsked, order: string): Promise<Listed<NeedRow>> {
    const worth = amount ? worthSql(amount, 4) : { sql: 'true', values: [] };
    const asked = [party, today, kind, ...worth.values];
    const [at, skip] = [`$${asked.length + 1}`, `$${asked.length + 2}`];
    const from = `from read.marketplace_need n where ${who} and $2::date is not null and ($3::text is null or n.kind = $3) and ${worth.sql}`;
    const [counts, rows] = await Promise.all([
      this.database.rows<{ status: string; count: number }>(`select ${STATUS} as status, count(*)::int as count ${from} group by 1 order by 1`, asked),
      this.database.rows<NeedRow>(`select ${NEED} ${from} and (${at}::text is null or ${STATUS} = ${at}) order by ${order}, n.id limit ${NEEDS_PAGE} offset ${skip}`, [...asked, status, (page - 1) * NEEDS_PAGE]),
    ]);
    return { total: totalOf(counts, status), rows, counts };
  }
}

const totalOf = (counts: readonly { readonly status: string; readonly count: number }[], wanted: string | null): number =>
  counts.reduce((sum, { status, count }) => sum + (wanted === null || status === wanted ? count : 0), 0);
