import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';

export interface Change {
  readonly at: string;
  readonly by: Id;
  readonly fields: readonly string[];
}

/** Who changed which fields of a file and when; the former values stay sealed in the versions. */
@Injectable()
export class FileHistory {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async of(person: Id): Promise<readonly Change[]> {
    const rows = await this.database.rows<{ at: string; by: Id; fields: string }>(
      `select written_at as at, by_account as by, fields
       from (select version, written_at, by_account, fields from identity.person where id = $1
             union all select version, written_at, by_account, fields from identity.person_version where person = $1) as versions
       order by version desc`,
      [person],
    );
    return rows.map(({ at, by, fields }) => ({ at, by, fields: fields === '' ? [] : fields.split(',') }));
  }
}
