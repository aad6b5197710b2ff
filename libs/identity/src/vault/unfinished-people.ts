import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';

/** Rows whose event has not come yet. */
@Injectable()
export class UnfinishedPeople {
  constructor(private readonly database: Database) {}

  before(at: string, limit: number): Promise<{ readonly id: Id; readonly at: string }[]> {
    return this.database.rows(
      `select id, written_at as at from identity.person where state <> 'confirmed' and written_at < $1 order by written_at limit $2`,
      [at, limit],
    );
  }
}
