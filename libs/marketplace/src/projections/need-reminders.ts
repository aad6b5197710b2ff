import { Injectable } from '@nestjs/common';
import { Database, type Day } from '#kernel';
import { NeedReminders, type UnansweredNeed, type UnreadNeed } from '../contract.js';

const DAY = { deadline: 'n.deadline', start: 'n.starts_on' } as const;

@Injectable()
export class ReminderLists extends NeedReminders {
  constructor(private readonly database: Database) {
    super();
  }

  unread(from: Day, until: Day, today: Day, limit: number): Promise<readonly UnreadNeed[]> {
    return this.database.rows<UnreadNeed>(
      `select r.need_id as "needId", r.supplier_id as "supplierId", r.contacted_on as "contactedOn"
         from read.marketplace_need_supplier r join read.marketplace_need n on n.id = r.need_id and n.status = 'validated' and n.deadline >= $3::date
        where r.contacted_on between $1::date and $2::date and coalesce(r.viewed_on, r.link_opened_on, r.interested_on, r.declined_on, r.withdrawn_on) is null
        order by r.contacted_on, r.id limit $4`,
      [from, until, today, limit],
    );
  }

  unanswered(what: 'deadline' | 'start', from: Day, until: Day, limit: number): Promise<readonly UnansweredNeed[]> {
    return this.database.rows<UnansweredNeed>(
      `select n.id as "needId", ${DAY[what]} as day from read.marketplace_need n
        where n.status = 'validated' and n.contacted > 0 and n.buyer_said is null and ${DAY[what]} between $1::date and $2::date order by ${DAY[what]}, n.id limit $3`,
      [from, until, limit],
    );
  }
}
