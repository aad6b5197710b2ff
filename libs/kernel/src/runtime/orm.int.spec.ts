import { defineEntity, p } from '@mikro-orm/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { keepOpen } from '../../../testing/src/opened.js';
import { tallyModule, totals } from '../../../testing/src/tally.js';
import { PgDatabase } from '../adapters/pg-database.js';
import { MigrationSet } from '../migrations.js';
import { migrate, readTables } from './orm.js';

const opened = keepOpen();
const databases: PgDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
  await opened.closeAll();
});
const connect = async (url?: string) => {
  const database = new PgDatabase(url ?? (await opened.databaseUrl()));
  databases.push(database);
  return database;
};

const first = { name: 'shop-001', up: ['create table shop.sale (id int primary key)', `insert into shop.sale values (1)`] };
const second = { name: 'shop-002', up: ['alter table shop.sale add column note text'] };

describe('Tables a context owns', () => {
  it('are made step by step, each step once, in a schema of the context', async () => {
    const database = await connect();
    await migrate(database, [new MigrationSet('shop', [first])]);
    await migrate(database, [new MigrationSet('shop', [first, second])]);
    await migrate(database, [new MigrationSet('shop', [first, second])]);
    expect(await database.rows('select * from shop.sale')).toEqual([{ id: 1, note: null }]);
    expect(await database.rows('select name from runtime.migration order by id')).toEqual([{ name: 'shop-001' }, { name: 'shop-002' }]);
  });

  it('are made once when several processes start together', async () => {
    const database = await connect();
    await Promise.all([1, 2, 3].map(async () => migrate(await connect(database.url), [new MigrationSet('shop', [first, second])])));
    expect(await database.rows('select id from shop.sale')).toEqual([{ id: 1 }]);
  });

  it('stay as they were when a step fails', async () => {
    const database = await connect();
    const broken = { name: 'shop-002', up: ['alter table shop.sale add column note text', 'alter table shop.nothing add column note text'] };
    await expect(migrate(database, [new MigrationSet('shop', [first, broken])])).rejects.toThrow('shop.nothing');
    expect(await database.rows(`select 1 from pg_tables where schemaname = 'shop'`)).toEqual([]);
  });

  it('and the event log survive every start: what the ORM does not know is never dropped', async () => {
    const databaseUrl = await opened.databaseUrl();
    const database = await connect(databaseUrl);
    await database.script('create schema es; create table es.precious (id int); insert into es.precious values (1); create schema read; create table read.stranger (id int)');
    const app = await opened.app({ modules: [tallyModule([totals()])], databaseUrl });
    await app.close();
    const again = await opened.app({ modules: [tallyModule([totals({ version: 2 })])], databaseUrl, store: app.store });
    await again.settled();
    expect(await database.rows('select id from es.precious')).toEqual([{ id: 1 }]);
    expect(await database.rows(`select tablename from pg_tables where schemaname = 'read' order by 1`)).toEqual([{ tablename: 'stranger' }, { tablename: 'tally' }]);
  });
});

describe('The table of a read model', () => {
  const projectionOf = (entity: unknown) => totals({ entity });

  it('must lie in the schema of read models and have a key called id', () => {
    const elsewhere = defineEntity({ name: 'Elsewhere', tableName: 'elsewhere', schema: 'shop', properties: { id: p.text().primary() } });
    expect(() => readTables('postgres://nobody@127.0.0.1/none', [projectionOf(elsewhere)])).toThrow('schema read');
    const nameless = defineEntity({ name: 'Nameless', tableName: 'nameless', schema: 'read', properties: { key: p.text().primary() } });
    expect(() => readTables('postgres://nobody@127.0.0.1/none', [projectionOf(nameless)])).toThrow('no column id');
  });

  it('belongs to one projection only', () => {
    expect(() => readTables('postgres://nobody@127.0.0.1/none', [totals(), totals({ name: 'tally.other' })])).toThrow();
  });
});
