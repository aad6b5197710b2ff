import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import { MessagingQueries } from '../contract.js';
import type { MessageRow } from './message.row.js';

export const MAILBOX_PAGE = 10;

@Injectable()
export class MessageLists extends MessagingQueries {
  constructor(private readonly database: Database) {
    super();
  }

  due(now: string, limit: number): Promise<readonly { readonly id: Id; readonly dueAt: string }[]> {
    return this.database.rows(`select m.id, m.due_at as "dueAt" from read.messaging_message m where m.status = 'waiting' and m.due_at <= $1 order by m.due_at, m.id limit $2`, [now, limit]);
  }

  async waiting(): Promise<number> {
    return (await this.database.one<{ count: number }>(`select count(*)::int as count from read.messaging_message m where m.status = 'waiting'`))!.count;
  }

  /** The last asked for first. */
  async page(page: number): Promise<{ readonly total: number; readonly rows: readonly MessageRow[] }> {
    const [counted, rows] = await Promise.all([
      this.database.one<{ count: number }>('select count(*)::int as count from read.messaging_message m'),
      this.database.rows<MessageRow>(
        `select m.id, m.letter, m.recipient, m.status, m.reason, m.requested_at as "requestedAt", m.due_at as "dueAt", m.position from read.messaging_message m order by m.position desc limit ${MAILBOX_PAGE} offset $1`,
        [(page - 1) * MAILBOX_PAGE],
      ),
    ]);
    return { total: counted!.count, rows };
  }
}
