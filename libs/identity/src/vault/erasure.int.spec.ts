import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId, type Row } from '#kernel';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { OrganisationsQueries } from '#organisations';
import { actors, commandBy, testApp, type TestApp } from '#testing';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.js';
import { Candidates } from '../application/candidates.js';
import { ErasePerson } from '../application/erase-person.js';
import { IdentityCommands } from '../contract.js';
import { IdentityModule } from '../identity.module.js';
import { DataKeys } from './data-keys.js';
import { PersonSearch } from './person-search.js';
import { Vault } from './vault.js';

const Neighbours = {
  module: class Neighbours {},
  global: true,
  providers: [{ provide: OrganisationsQueries, useValue: {} }],
  exports: [OrganisationsQueries],
};
const prescriber = actors.prescriber();
const input = (name: string) => ({
  ...{ title: 'MME', firstName: 'Prune', lastName: name, birthDate: '1990-05-20', nirReason: 'NO_NIR', franceTravailReason: 'FORGOTTEN' },
  ...{ email: `${name}@courriel.test`, address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' },
});

let [platform, keys]: (FreshDatabase | null)[] = [null, null];
let keysDatabase: PgDatabase;
let folder: string;
let file: string;
let app: TestApp;

/** The platform and its keys each in a database, and the ledger in a file: what an installation is made of. */
const start = () =>
  testApp({ modules: [Neighbours, IdentityModule], databaseUrl: platform!.url, store: 'postgres', config: { keysDatabaseUrl: keys!.url, erasuresFile: file } });

beforeAll(async () => {
  [platform, keys] = [await freshDatabase(), await freshDatabase()];
  keysDatabase = new PgDatabase(keys.url, { max: 4 });
  folder = mkdtempSync(join(tmpdir(), 'plateforme-erasure-'));
  file = join(folder, 'erasures.log');
}, 60_000);
afterAll(async () => {
  await keysDatabase?.close();
  await platform?.drop();
  await keys?.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => void (app = await start()), 60_000);
afterEach(() => app.close());

const register = async (name: string, context = commandBy(prescriber)) => (await app.get(Candidates).register(input(name), true, context)).candidateId;
const erase = (id: Id) => app.get(ErasePerson).erase(id, 'request', commandBy(actors.staff()));
const TABLES = ['person where id', 'person_version where person', 'lookup where person', 'free_text where person', 'person_search where id', 'session where account', 'account where id'];
/** The tables in which something of this person is left. */
const left = async (id: Id): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const table of TABLES) if (await app.database.one(`select 1 as found from identity.${table} = $1`, [id])) found.push(table.split(' ')[0]!);
  if (await keysDatabase.one(`select 1 as found from identity_keys.data_key where person = $1`, [id])) found.push('data_key');
  return found;
};
const restore = (database: Pick<PgDatabase, 'run'>, table: string, row: Row) => {
  const text = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]));
  return database.run(`insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [JSON.stringify(text)]);
};

describe('A backup restored after an erasure', () => {
  it('of the keys brings nobody back: the file remembers', async () => {
    const id = await register('cles');
    const key = (await keysDatabase.one(`select * from identity_keys.data_key where person = $1`, [id]))!;
    const person = (await app.database.one(`select * from identity.person where id = $1`, [id]))!;
    await erase(id);
    await app.close();
    await keysDatabase.run(`delete from identity_keys.erasure where person = $1`, [id]);
    await restore(keysDatabase, 'identity_keys.data_key', key);
    const vault = new PgDatabase(platform!.url, { max: 1 });
    await restore(vault, 'identity.person', person);
    await vault.close();
    app = await start();
    expect(await app.get(Vault).read(id)).toBeNull();
    expect(await left(id)).toEqual([]);
    expect(await keysDatabase.one(`select reason from identity_keys.erasure where person = $1`, [id])).toEqual({ reason: 'request' });
  }, 60_000);

  it('of the other tables brings nobody back, rows without a person included', async () => {
    const id = await register('lignes');
    const text = await app.get(IdentityCommands).keepText({ id: newId(), person: id, kind: 'message', text: 'Bonjour' }, commandBy(prescriber));
    const backup = new Map<string, Row>();
    for (const [table, where, value] of [['lookup', 'person', id], ['free_text', 'id', text], ['person_search', 'id', id]] as const)
      backup.set(`identity.${table}`, (await app.database.one(`select * from identity.${table} where ${where} = $1`, [value]))!);
    await erase(id);
    for (const [table, row] of backup) await restore(app.database, table, row);
    expect(await left(id)).toEqual(['lookup', 'free_text', 'person_search']);
    await app.close();
    app = await start();
    expect(await left(id)).toEqual([]);
  }, 60_000);

  it('finds the file again when it was lost, from what stands beside the keys', async () => {
    const id = await register('fichier');
    await erase(id);
    await app.close();
    rmSync(file);
    app = await start();
    expect(readFileSync(file, 'utf8')).toContain(`{"person":"${id}","at":"2026-03-10T09:00:00.000Z","reason":"request"}\n`);
  }, 60_000);
});

describe('An erased person', () => {
  it('is in the file before the erasure is answered, and erased once however often it is asked', async () => {
    const id = await register('deux');
    await erase(id);
    await erase(id);
    expect(readFileSync(file, 'utf8').split(id)).toHaveLength(2);
    expect(await left(id)).toEqual([]);
    expect((await app.streams.events(`candidate-${id}`)).map(({ type, data }) => [type, data]).at(-1)).toEqual(['identity.CandidateErased', { candidateId: id, reason: 'request' }]);
  });

  it('does not come back with a command that is sent again', async () => {
    const context = commandBy(prescriber);
    const id = await register('rejouee', context);
    await erase(id);
    await expect(register('rejouee', context)).rejects.toMatchObject({ code: 'identity/person-erased' });
    await keysDatabase.run(`delete from identity_keys.erasure where person = $1`, [id]);
    await expect(register('rejouee', context)).rejects.toMatchObject({ code: 'identity/person-erased' });
    expect(await left(id)).toEqual([]);
    expect(await register('rejouee')).not.toBe(id);
  });

  it('gets neither a text nor a name back from what was being written', async () => {
    const id = await register('ecrite');
    const known = (await app.get(Vault).read(id))!;
    await app.database.run(`delete from identity.person where id = $1`, [id]);
    await app.get(IdentityCommands).keepText({ id: newId(), person: id, kind: 'message', text: 'Bonjour' }, commandBy(prescriber));
    await app.database.run(`delete from identity.person_search where id = $1`, [id]);
    await app.get(PersonSearch).keep([known]);
    expect(await left(id)).toEqual(['lookup', 'data_key']);
  });

  it('is finished by the next look at deadlines when a crash came in between', async () => {
    const id = await register('coupee');
    await app.get(DataKeys).erase({ person: id, at: new Date(app.clock.now()).toISOString(), reason: 'order' }, actors.staff().id);
    expect(await left(id)).not.toEqual([]);
    await app.deadlines();
    expect(await left(id)).not.toEqual([]);
    app.clock.advance(11 * 60_000);
    await app.deadlines();
    expect(await left(id)).toEqual([]);
    expect((await app.streams.events(`candidate-${id}`)).at(-1)).toMatchObject({ type: 'identity.CandidateErased', data: { reason: 'order' } });
  });
});

describe('Making a key and erasing at the same moment', () => {
  const waiting = async (database: Pick<PgDatabase, 'one'> = keysDatabase) => {
    while (!(await database.one(`select 1 as found from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`))) await pause(5);
  };
  const newcomer = (id: Id) => ({ id, kind: 'candidate' as const, document: { firstName: 'Ana', lastName: 'Mêlée' }, by: prescriber, command: newId(), at: '2026-03-10T09:00:00.000Z' });
  const lock = (how: '' | '_shared') => `select pg_advisory_xact_lock${how}(hashtext('identity_keys.erasure'))`;

  it('leaves no key when the erasure was first', async () => {
    const id = newId();
    let making!: Promise<unknown>;
    await keysDatabase.transaction(async (sql) => {
      await sql.rows(lock(''));
      making = app.get(DataKeys).make([id]).then(() => 'made', (error: Error) => error.message);
      await waiting();
      await sql.run(`insert into identity_keys.erasure (person, erased_at, by_account, reason) values ($1, now(), $1, 'request')`, [id]);
    });
    expect(await making).toBe('identity/person-erased');
    expect(await left(id)).toEqual([]);
  });

  it('leaves no key when the key was first', async () => {
    const id = newId();
    let erasing!: Promise<unknown>;
    await keysDatabase.transaction(async (sql) => {
      await sql.rows(lock('_shared'));
      erasing = app.get(DataKeys).erase({ person: id, at: new Date(app.clock.now()).toISOString(), reason: 'request' }, id);
      await waiting();
      await sql.run(`insert into identity_keys.data_key (person, wrapped) values ($1, '')`, [id]);
    });
    await erasing;
    expect(await left(id)).toEqual([]);
  });

  it('leaves no row when the erasure came between the key and the row', async () => {
    const id = newId();
    let reserving!: Promise<unknown>;
    await app.database.transaction(async (sql) => {
      await sql.run('lock table identity.person in exclusive mode');
      reserving = app.get(Vault).reserve(newcomer(id)).then(() => 'kept', (error: Error) => error.message);
      await waiting(app.database);
      await app.get(DataKeys).erase({ person: id, at: new Date(app.clock.now()).toISOString(), reason: 'request' }, id);
    });
    expect(await reserving).toBe('identity/person-erased');
    expect(await left(id)).toEqual([]);
  });

  it('leaves nothing of any of many, wherever the two meet', async () => {
    const people = Array.from({ length: 30 }, () => newcomer(newId()));
    await Promise.allSettled(
      people.flatMap((person, n) => {
        const erasure = { at: person.at, by: actors.staff().id, reason: 'request' };
        const [vault, id] = [app.get(Vault), person.id];
        return n % 2 ? [vault.reserve(person), vault.erase(id, erasure)] : [vault.erase(id, erasure), vault.reserve(person)];
      }),
    );
    for (const { id } of people) expect(await left(id)).toEqual([]);
  });
});
