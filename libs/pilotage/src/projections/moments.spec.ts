import { describe, expect, it } from '@jest/globals';
import { Moments } from './moments.js';

const HOUR = 3_600_000;
const tables = (forgetMs: number) => {
  const there = new Set<string>();
  let dropped = Promise.resolve();
  const moments = new Moments((table) => dropped.then(() => there.delete(table)), forgetMs);
  const ask = async (n: number) => {
    const kept = await moments.keep(`m${n}`, async () => there.add(`m${n}`));
    return kept && there.has(`m${n}`) ? 'kept' : kept ? 'lost' : 'none';
  };
  const burst = (count: number) => Promise.all(Array.from({ length: count }, (_, n) => ask(n)));
  return { there, moments, ask, burst, drops: (when: Promise<void>): void => void (dropped = when) };
};

describe('moments kept for public figures', () => {
  it('are a few, however many are asked for at once: the others are answered without', async () => {
    const { there, burst } = tables(HOUR);
    const answers = await burst(40);
    expect(answers.filter((answer) => answer === 'kept')).toHaveLength(16);
    expect(answers).not.toContain('lost');
    expect(there.size).toBe(16);
  });

  it('are forgotten beyond eight, never those asked for a moment ago', async () => {
    const lately = tables(HOUR);
    await lately.burst(12);
    await lately.moments.forget();
    expect(lately.there.size).toBe(12);
    const { there, moments, ask, burst } = tables(0);
    await burst(12);
    await ask(0);
    await moments.forget();
    expect([...there].sort()).toEqual(['m0', 'm10', 'm11', 'm5', 'm6', 'm7', 'm8', 'm9']);
  });

  it('are never said to be there while they are being dropped, and are made again afterwards', async () => {
    const { there, moments, ask, burst, drops } = tables(0);
    let done: () => void = () => undefined;
    drops(new Promise((resolve) => (done = resolve)));
    await burst(9);
    const forgetting = moments.forget();
    expect(await ask(0)).toBe('none');
    done();
    await forgetting;
    expect(there.has('m0')).toBe(false);
    expect(await ask(0)).toBe('kept');
  });

  it('are asked for again after they could not be made', async () => {
    const { moments, ask } = tables(0);
    await expect(moments.keep('m1', () => Promise.reject(new Error('no memory left')))).rejects.toThrow('no memory');
    expect(await ask(1)).toBe('kept');
  });
});
