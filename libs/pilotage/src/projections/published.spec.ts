import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type Database, type KernelConfig, type LiveTopics, SetClock } from '#kernel';
import type { ColumnFact } from './column-schema.js';
import { Columns } from './columns.js';
import { FiguresCopy } from './figures-copy.js';

const february = { validAt: '2026-02-28', knownAt: Date.parse('2026-02-28T22:59:59.999Z') };
const fact = (position: number, recorded: string): ColumnFact => ({
  position, recorded: Date.parse(recorded), measure: 'application', sign: 1, day: '2026-02-27', month: 202602, kind: 'ACI', department: '30', region: '76', detail: '', delayDays: null, amount: 0, type: 'hiring.ApplicationSubmitted' });
const many = (from: number, recorded: string) => Array.from({ length: 50 }, (_, n) => fact(from + n, recorded));

describe('what is published of a month that has ended', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('is the same table for whoever asks, and another once news of before its end comes late', async () => {
    const columns = await Columns.open({ secret: 'test' });
    const shown = async () => {
      const table = (await columns.published(february))!;
      return { table, applications: (await columns.rows<{ n: number }>(`select sum(n)::integer as n from ${table}`))[0]!.n };
    };
    await columns.add(many(1, '2026-02-27T10:00:00Z'), true);
    const first = await shown();
    await columns.add(many(100, '2026-03-01T10:00:00Z'), true);
    expect(await shown()).toEqual(first);
    await columns.add(many(200, '2026-02-28T22:59:00Z'), true);
    expect((await shown()).applications).toBe(first.applications + 50);
    await columns.close();
  });

  it('is made before anybody asks: once the facts are there, and when the next month has ended', async () => {
    const clock = new SetClock('2026-03-10T09:00:00.000Z');
    const rows = many(1, '2026-02-27T10:00:00Z');
    const database = { one: () => Promise.resolve({ oid: 1, position: 50 }), rows: (_: string, [after]: number[]) => Promise.resolve(rows.filter(({ position }) => position > after!)) } as unknown as Database;
    const copy = new FiguresCopy(database, { subscribe: () => () => undefined } as unknown as LiveTopics, { role: 'api', masterKey: 'test' } as KernelConfig, clock);
    const made = jest.spyOn(Columns.prototype, 'published');
    await copy.onApplicationBootstrap();
    await copy.feed();
    expect(made).toHaveBeenCalledWith(february);
    clock.set('2026-03-31T22:00:00.000Z');
    await copy.feed();
    expect(made).toHaveBeenLastCalledWith({ validAt: '2026-03-31', knownAt: Date.parse('2026-03-31T21:59:59.999Z') });
    await copy.onApplicationShutdown();
  });
});
