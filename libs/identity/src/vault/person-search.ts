import { Injectable } from '@nestjs/common';
import { Database, type Id, type Sql } from '#kernel';
import { sortName } from '../domain/names.js';
import type { PersonKind } from './person.js';

interface Named {
  readonly id: Id;
  readonly kind: PersonKind;
  readonly document: { readonly firstName: string; readonly lastName: string };
}

/**
 * Names in clear, for lists to sort and search: an unlogged table, empty after a crash of the database and absent from standbys and physical backups.
 * `identity.person_name` is the only view of it that other contexts may join.
 */
@Injectable()
export class PersonSearch {
  constructor(private readonly database: Database) {}

  async keep(people: readonly Named[], sql: Sql = this.database): Promise<void> {
    await this.#write(people, sql, 'update set first_name = excluded.first_name, last_name = excluded.last_name, sort_name = excluded.sort_name');
  }

  /** Puts back what is missing only: a name that is there is newer than what was read to fill the table. */
  async fill(people: readonly Named[]): Promise<void> {
    await this.#write(people, this.database, 'nothing');
  }

  /** Whoever is erased meanwhile is left out: their row is held while their name is written. */
  async #write(people: readonly Named[], sql: Sql, known: string): Promise<void> {
    await sql.run(
      `with present as (select id from identity.person where id = any($1::uuid[]) for key share)
       insert into identity.person_search (id, kind, first_name, last_name, sort_name)
       select named.* from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as named (id, kind, first_name, last_name, sort_name)
         join present on present.id = named.id
       on conflict (id) do ${known}`,
      [
        people.map(({ id }) => id),
        people.map(({ kind }) => kind),
        people.map(({ document }) => document.firstName),
        people.map(({ document }) => document.lastName),
        people.map(({ document }) => sortName(document)),
      ],
    );
  }

  /** False after a crash: the mark went with the names. */
  async isFull(): Promise<boolean> {
    return (await this.database.one(`select 1 as found from identity.person_search_mark`)) !== null;
  }

  async markFull(at: string): Promise<void> {
    await this.database.run(`insert into identity.person_search_mark (filled_at) values ($1)`, [at]);
  }
}
