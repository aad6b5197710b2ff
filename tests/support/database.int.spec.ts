import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from './database.js';

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a fresh database', () => {
  it('is empty and belongs to one suite', async () => {
    const [a, b] = [await freshDatabase(), await freshDatabase()];
    await ask(a.url, 'create table only_here (id int)');
    expect(await ask(b.url, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
    await Promise.all([a.drop(), b.drop()]);
  });

  it('can start from a state that is prepared once', async () => {
    let prepared = 0;
    const template = { name: 'with_table', prepare: async (url: string) => void (prepared++, await ask(url, 'create table prepared (id int)')) };
    const [a, b] = await Promise.all([freshDatabase(template), freshDatabase(template)]);
    expect(await ask(b.url, `select to_regclass('prepared')::text as found`)).toEqual([{ found: 'prepared' }]);
    expect(prepared).toBe(1);
    await Promise.all([a.drop(), b.drop()]);
  });
});
