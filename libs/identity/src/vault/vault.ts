import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { Database, type Id, Refusal } from '#kernel';
import { DataKeys } from './data-keys.js';
import { OpenedCache } from './opened-cache.js';
import {
  documentOf,
  givenFields,
  type LookupKind,
  lookupsOf,
  lookupValue,
  type NewPerson,
  type Person,
  type PersonDocument,
  type PersonKind,
  type PersonState,
  type UniqueKind,
} from './person.js';
import { insertLookups, insertPeople, type PersonMark, personOf, type PersonRow, removeTraces, replaceLookups } from './people-tables.js';
import { PersonSearch } from './person-search.js';
import { Sealer } from './sealer.js';

/** A value that belongs to somebody else. */
export class Taken extends Error {
  constructor(readonly kind: UniqueKind) {
    super(`${kind} belongs to somebody else`);
    this.name = 'Taken';
  }
}

/** Personal data, sealed per person. Readings are recorded by whoever shows them (`AccessLog`), not here. */
@Injectable()
export class Vault {
  readonly #opened = new OpenedCache();
  /** Those who ask in one and the same moment are answered by one query; nothing is kept for the next. */
  readonly #marks = new DataLoader<Id, PersonMark | null>(async (ids) => {
    const rows = await this.database.rows<PersonMark>(`select id, state, version from identity.person where id = any($1::uuid[])`, [[...new Set(ids)]]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }, { cache: false });

  constructor(
    private readonly database: Database,
    private readonly keys: DataKeys,
    private readonly sealer: Sealer,
    private readonly search: PersonSearch,
  ) {}

  /**
   * Keeps a new person, `pending` until `confirm`. The same person by the same command again changes nothing.
   * @throws Taken
   */
  async reserve(person: NewPerson): Promise<void> {
    if (await this.exists(person.id)) return;
    try {
      await this.keep([person], 'pending');
    } catch (error) {
      // The same form sent twice at the same moment: the other one has just kept this very person.
      if (await this.exists(person.id)) return;
      // The key stays: it opens nothing by itself, and the other may be about to need it.
      throw error;
    }
  }

  /** Many new people at once, already confirmed: for worlds and imports, whose events follow in one go. @throws Taken for the whole lot */
  async keepMany(people: readonly NewPerson[]): Promise<void> {
    await this.keep(people, 'confirmed');
  }

  /** The event of somebody new is written; of a change made since, not yet. False when the row has gone meanwhile. */
  async confirm(id: Id): Promise<boolean> {
    return (await this.database.run(`update identity.person set state = case state when 'changed' then state else 'confirmed' end where id = $1`, [id])) > 0;
  }

  /** The event of that version is written; one that came after it still has to be told. */
  async confirmVersion({ id, version }: Pick<Person, 'id' | 'version'>): Promise<void> {
    await this.database.run(`update identity.person set state = 'confirmed' where id = $1 and version = $2`, [id, version]);
  }

  /** Takes back a reservation whose event will not come. */
  async release(id: Id): Promise<void> {
    const removed = await this.database.transaction(async (sql) => {
      const gone = await sql.run(`delete from identity.person where id = $1 and state = 'pending'`, [id]);
      if (gone > 0) await removeTraces(sql, [id]);
      return gone;
    });
    if (removed > 0) await this.keys.discard(id);
    this.#opened.forget(id);
  }

  /**
   * A new version, `changed` until `confirm`. Fails when the person has moved on from `version` meanwhile: read again, and again.
   * @throws Taken
   */
  async change(change: Omit<NewPerson, 'kind'> & { readonly version: number; readonly fields: readonly string[] }): Promise<boolean> {
    const key = (await this.keys.of([change.id])).get(change.id);
    if (!key) return false;
    const sealed = this.sealer.seal(key, documentOf(change.id), change.document);
    return this.database.transaction(async (sql) => {
      const current = await sql.one<{ version: number; kind: PersonKind }>(
        `select version, kind from identity.person where id = $1 for update`,
        [change.id],
      );
      if (current?.version !== change.version) return false;
      await sql.run(
        `insert into identity.person_version (person, version, sealed, fields, written_at, by_account, by_organisation)
         select id, version, sealed, fields, written_at, by_account, by_organisation from identity.person where id = $1`,
        [change.id],
      );
      await sql.run(
        `update identity.person set version = version + 1, state = 'changed', sealed = $2, fields = $3, written_at = $4, by_account = $5, by_organisation = $6, command = $7 where id = $1`,
        [change.id, sealed, change.fields.join(','), change.at, change.by.id, change.by.organisation, change.command],
      );
      const taken = await replaceLookups(sql, change.id, lookupsOf(this.sealer, change.document));
      if (taken) throw new Taken(taken);
      await this.search.keep([{ id: change.id, kind: current.kind, document: change.document }], sql);
      return true;
    });
  }

  async read<D extends PersonDocument>(id: Id): Promise<Person<D> | null> {
    return ((await this.readMany([id])).get(id) as Person<D> | undefined) ?? null;
  }

  /** Erased people are absent. */
  async readMany<D extends PersonDocument>(ids: readonly Id[]): Promise<ReadonlyMap<Id, Person<D>>> {
    if (ids.length === 0) return new Map();
    const marks = (await Promise.all([...new Set(ids)].map((id) => this.#marks.load(id)))).filter((mark) => mark !== null);
    const known = new Map(marks.map((mark) => [mark.id, this.#opened.get(mark)]));
    for (const person of await this.open([...known].flatMap(([id, person]) => (person ? [] : id)))) known.set(person.id, person);
    return new Map([...known].filter((entry): entry is [Id, Person<D>] => entry[1] !== null));
  }

  /** People found by an exact value. */
  async find(kind: LookupKind, value: string): Promise<readonly Id[]> {
    // The kind stands in the text so that the planner sees which of the two partial indexes serves it.
    const rows = await this.database.rows<{ person: Id }>(`select person from identity.lookup where kind = '${kind}' and hash = $1`, [
      this.sealer.lookup(kind, lookupValue(kind, value)),
    ]);
    return rows.map(({ person }) => person);
  }

  /** Deletes the key, the rows, the hashes and the texts; the ledger remembers the id so that no restored backup brings the person back. */
  async erase(id: Id, { at, by, reason }: { readonly at: string; readonly by: Id; readonly reason: string }): Promise<void> {
    await this.keys.erase({ person: id, at, reason }, by);
    await this.remove([id]);
  }

  /** After a restore: removes again whoever has been erased since the backup. Runs before the application serves. */
  async applyErasures(): Promise<void> {
    await this.remove(await this.keys.applyErasures());
  }

  async exists(id: Id): Promise<boolean> {
    return (await this.database.one(`select 1 as found from identity.person where id = $1`, [id])) !== null;
  }

  private async remove(ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction(async (sql) => {
      await sql.run(`delete from identity.person where id = any($1::uuid[])`, [ids]);
      await removeTraces(sql, ids);
    });
    for (const id of ids) this.#opened.forget(id);
  }

  private async keep(people: readonly NewPerson[], state: PersonState): Promise<void> {
    const keys = await this.keys.make(people.map(({ id }) => id));
    const sealed = people.map((person) => ({
      ...person,
      sealed: this.sealer.seal(keys.get(person.id)!, documentOf(person.id), person.document),
      fields: givenFields(person.document),
    }));
    const lookups = people.flatMap(({ id, document }) => lookupsOf(this.sealer, document).map((lookup) => ({ ...lookup, person: id })));
    await this.database.transaction(async (sql) => {
      await insertPeople(sql, sealed, state);
      const taken = await insertLookups(sql, lookups);
      if (taken) throw new Taken(taken);
      await this.search.keep(people, sql);
    });
    // An erasure that came between the keys and the rows found no row to remove.
    const erased = await this.keys.missing(people.map(({ id }) => id));
    await this.remove(erased);
    if (erased.length > 0) throw new Refusal('identity/person-erased');
  }

  private async open(ids: readonly Id[]): Promise<readonly Person[]> {
    if (ids.length === 0) return [];
    const keys = await this.keys.of(ids);
    const rows = await this.database.rows<PersonRow & { sealed: Buffer }>(
      `select id, kind, state, version, created_by, created_in, command, fields, sealed from identity.person where id = any($1::uuid[])`,
      [ids],
    );
    const opened = rows.flatMap((row) => {
      const key = keys.get(row.id);
      return key ? personOf(row, this.sealer.open<PersonDocument>(key, documentOf(row.id), row.sealed)) : [];
    });
    for (const person of opened) this.#opened.keep(person);
    return opened;
  }
}
