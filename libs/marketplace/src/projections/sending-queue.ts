import { Injectable } from '@nestjs/common';
import { Database, type Day, type Id } from '#kernel';
import { NeedsToSend } from '../contract.js';
import { ENOUGH_INTERESTED } from '../domain/sending.js';

/** More than a batch: some may have answered a moment ago. */
const LOOKED_AT = 50;
const WAITING = `r.withdrawn_on is null and r.contacted_on is null and r.interested_on is null and r.declined_on is null and r.source = 'EMAIL'`;
const REACHABLE = `join read.marketplace_supplier s on s.id = r.supplier_id and s.contact_id is not null and not s.delisted`;

@Injectable()
export class SendingQueue extends NeedsToSend {
  constructor(private readonly database: Database) {
    super();
  }

  due(now: string, today: Day, limit: number): Promise<readonly { readonly id: Id; readonly nextBatchAt: string }[]> {
    return this.database.rows(
      `select n.id, n.next_batch_at as "nextBatchAt" from read.marketplace_need n
        where n.status = 'validated' and n.next_batch_at <= $1 and n.deadline >= $2::date and n.interested <= ${ENOUGH_INTERESTED}
          and exists (select 1 from read.marketplace_need_supplier r ${REACHABLE} where r.need_id = n.id and ${WAITING}) order by n.next_batch_at, n.id limit $3`,
      [now, today, limit],
    );
  }

  /** Those often interested, then those who open what they are sent, then by name [marche/SEND-11]. */
  async bestFirst(needId: Id): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ readonly id: Id }>(
      `select s.id from read.marketplace_need_supplier r ${REACHABLE},
         lateral (select count(o.interested_on) as interests, count(o.viewed_on) as views from read.marketplace_need_supplier o where o.supplier_id = s.id) t
        where r.need_id = $1::uuid and ${WAITING} order by t.interests desc, t.views desc, s.name, s.id limit ${LOOKED_AT}`,
      [needId],
    );
    return rows.map(({ id }) => id);
  }
}
