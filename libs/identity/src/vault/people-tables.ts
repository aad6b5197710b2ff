import type { Id, Sql } from '#kernel';
import type { Lookup, NewPerson, Person, PersonDocument, PersonKind, PersonState, UniqueKind } from './person.js';

type Sealed = NewPerson & { readonly sealed: Buffer; readonly fields: readonly string[] };
type Owned = Lookup & { readonly person: Id };

export const insertPeople = (sql: Sql, people: readonly Sealed[], state: PersonState): Promise<number> =>
  sql.run(
    `insert into identity.person (id, kind, state, version, sealed, fields, written_at, by_account, by_organisation, created_by, created_in, command)
     select id, kind, $8, 1, sealed, fields, at, by_account, by_organisation, by_account, by_organisation, command
     from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::timestamptz[], $6::uuid[], $7::uuid[], $9::uuid[])
       as new (id, kind, sealed, fields, at, by_account, by_organisation, command)`,
    [
      people.map(({ id }) => id),
      people.map(({ kind }) => kind),
      people.map(({ sealed }) => sealed),
      people.map(({ fields }) => fields.join(',')),
      people.map(({ at }) => at),
      people.map(({ by }) => by.id),
      people.map(({ by }) => by.organisation),
      state,
      people.map(({ command }) => command),
    ],
  );

/** Answers the kind of a value that somebody else has; what was inserted before must then be rolled back. */
export const insertLookups = async (sql: Sql, lookups: readonly Owned[]): Promise<UniqueKind | null> => {
  const kept = await sql.rows<{ kind: string; person: Id }>(
    `insert into identity.lookup (kind, hash, person) select * from unnest($1::text[], $2::bytea[], $3::uuid[])
     on conflict (kind, hash) where kind in ('nir', 'email') do nothing returning kind, person`,
    [lookups.map(({ kind }) => kind), lookups.map(({ hash }) => hash), lookups.map(({ person }) => person)],
  );
  if (kept.length === lookups.length) return null;
  const found = new Set(kept.map(({ kind, person }) => `${kind} ${person}`));
  return lookups.find(({ kind, person }) => !found.has(`${kind} ${person}`))!.kind as UniqueKind;
};

/** The values a person no longer has are free for others. */
export const replaceLookups = async (sql: Sql, person: Id, lookups: readonly Lookup[]): Promise<UniqueKind | null> => {
  await sql.run(`delete from identity.lookup where person = $1`, [person]);
  return insertLookups(
    sql,
    lookups.map((lookup) => ({ ...lookup, person })),
  );
};

/** What tells one opening of a person from a later one: nothing else of a row changes without it. */
export interface PersonMark {
  id: Id;
  state: PersonState;
  version: number;
}
export interface PersonRow extends PersonMark {
  kind: PersonKind;
  created_by: Id | null;
  created_in: Id | null;
  command: Id;
  fields: string;
}

export const personOf = <D extends PersonDocument>(row: PersonRow, document: D): Person<D> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  version: row.version,
  createdBy: row.created_by,
  createdIn: row.created_in,
  command: row.command,
  fields: row.fields === '' ? [] : row.fields.split(','),
  document,
});

const TRACES = ['person_version', 'lookup', 'free_text'];
/** Everything of some people but their rows and their keys. */
export const removeTraces = async (sql: Sql, ids: readonly Id[]): Promise<void> => {
  for (const table of TRACES) await sql.run(`delete from identity.${table} where person = any($1::uuid[])`, [ids]);
  await sql.run(`delete from identity.person_search where id = any($1::uuid[])`, [ids]);
  await sql.run(`delete from identity.session where account = any($1::uuid[])`, [ids]);
  await sql.run(`delete from identity.account where id = any($1::uuid[])`, [ids]);
};
