import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../tests/support/database.js';
import { PgDatabase } from './pg-database.js';

let fresh: FreshDatabase;
let database: PgDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = new PgDatabase(fresh.url, { max: 4 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const PID = 'select pg_backend_pid() as pid, $1::int as n';

describe('statements that travel together', () => {
  it('asked for in one turn share a connection, and each gets its own answer', async () => {
    const rows = await Promise.all(Array.from({ length: 12 }, (_, n) => database.one<{ pid: number; n: number }>(PID, [n])));
    expect(rows.map((row) => row!.n)).toEqual(Array.from({ length: 12 }, (_, n) => n));
    expect(new Set(rows.map((row) => row!.pid)).size).toBe(1);
  });

  it('one that is refused takes nothing away from the others, before or behind it', async () => {
    await database.run('create table kept (n int primary key)');
    const results = await Promise.allSettled([1, 2, 2, 3].map((n) => database.run('insert into kept values ($1)', [n])));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await database.rows('select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('all fail when their connection dies, and the next ones have another', async () => {
    const dead = await Promise.allSettled([database.run('select pg_terminate_backend(pg_backend_pid())'), database.one(PID, [1])]);
    expect(dead.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await database.one(PID, [2])).toMatchObject({ n: 2 });
  });

  it('many more than there are connections are all answered', async () => {
    const rows = await Promise.all(Array.from({ length: 500 }, (_, n) => database.one<{ n: number }>(PID, [n])));
    expect(rows.map((row) => row!.n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
  });
});

describe('a transaction', () => {
  it('whose connection dies between two statements fails, and the process goes on', async () => {
    const broken = database.transaction(async (sql) => {
      const { pid } = (await sql.one<{ pid: number }>('select pg_backend_pid() as pid'))!;
      await database.run('select pg_terminate_backend($1)', [pid]);
      await sql.run('create table never (n int)');
    });
    await expect(broken).rejects.toThrow();
    expect(await database.one<{ found: string | null }>(`select to_regclass('never') as found`)).toEqual({ found: null });
  });

  it('stays whole beside statements on their own', async () => {
    await database.run('create table account (id int primary key, money int not null)');
    await database.run('insert into account values (1, 10), (2, 0)');
    const sums: (number | undefined)[] = [];
    await Promise.all([
      ...Array.from({ length: 5 }, () => database.transaction(async (sql) => {
        await sql.run('update account set money = money - 1 where id = 1');
        await sql.run('update account set money = money + 1 where id = 2');
      })),
      ...Array.from({ length: 20 }, async () => sums.push((await database.one<{ sum: number }>('select sum(money) as sum from account'))?.sum)),
    ]);
    expect(new Set(sums)).toEqual(new Set([10]));
    expect(await database.rows('select money from account order by id')).toEqual([{ money: 5 }, { money: 5 }]);
  });
});
