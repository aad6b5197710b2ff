import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { eventually, keepOpen } from '../../../testing/src/opened.js';
import { tallyModule, totals } from '../../../testing/src/tally.js';
import { type Deadline, DeadlineKind } from '../policy.js';
import { Refusal } from '../refusal.js';
import { RuntimeStatus } from './status.js';

const opened = keepOpen();
afterEach(opened.closeAll);

let rows: Deadline[] = [];
let fired: string[] = [];
let bells: Deadline[] = [];
let rung: string[] = [];
let attempts = 0;
let healed = false;
beforeEach(() => {
  rows = [];
  fired = [];
  bells = [];
  rung = [];
});

@Injectable()
class Expiry extends DeadlineKind {
  readonly kind = 'tally.expiry';
  async due(now: string, limit: number) {
    return rows.filter(({ due }) => due <= now).slice(0, limit);
  }
  async fire({ subject }: Deadline) {
    if (subject === 'refused') throw new Refusal('tally/not-open', { subject });
    if (subject === 'broken') attempts++;
    if (subject === 'broken' && !healed) throw new TypeError('away');
    fired.push(subject);
  }
}

@Injectable()
class Bells extends DeadlineKind {
  readonly kind = 'tally.bells';
  override readonly pace = { hours: { days: [1, 2, 3, 4, 5], from: 8, until: 12 }, everyMs: 600_000, atMost: 2 };
  async due(now: string, limit: number) {
    return bells.filter(({ due }) => due <= now).slice(0, limit);
  }
  async fire({ subject }: Deadline) {
    if (subject === 'refused') throw new Refusal('tally/not-open', { subject });
    rung.push(subject);
  }
}

const at = (subject: string, due: string): Deadline => ({ kind: 'tally.expiry', subject, due });
const app = (config = {}) => opened.app({ modules: [tallyModule([totals()], Bells, Expiry)], config });

describe('Deadlines', () => {
  it('are fired when their moment has come by our clock, once even while their row is still there', async () => {
    const running = await app();
    rows = [at('a', '2026-03-10T09:00:00.000Z'), at('b', '2026-03-11T00:00:00.000Z')];
    expect(await running.deadlines()).toBe(1);
    expect(await running.deadlines()).toBe(0);
    running.clock.set('2026-03-11T00:00:00.000Z');
    expect(await running.deadlines()).toBe(1);
    expect(fired).toEqual(['a', 'b']);
  });

  it('that are refused are shown to staff and not tried again', async () => {
    const running = await app();
    rows = [at('refused', '2026-03-01T00:00:00.000Z'), at('c', '2026-03-03T00:00:00.000Z')];
    await running.deadlines();
    await running.deadlines();
    expect(fired).toEqual(['c']);
    const { refusedCommands } = await running.get(RuntimeStatus).snapshot();
    expect(refusedCommands).toMatchObject([{ policy: 'deadline:tally.expiry', code: 'tally/not-open' }]);
    expect(await running.database.rows('select outcome from runtime.deadline_done order by due')).toEqual([{ outcome: 'tally/not-open' }, { outcome: 'fired' }]);
  });

  it('that fail are tried again for ever, more and more seldom; staff are told of them until they have fired', async () => {
    const running = await app();
    const shown = async () => (await running.get(RuntimeStatus).snapshot()).refusedCommands.map(({ policy }) => policy);
    const tick = async (seconds: number) => {
      running.clock.set(new Date(running.clock.now() + seconds * 1000).toISOString());
      return running.deadlines();
    };
    rows = [at('broken', '2026-03-02T00:00:00.000Z'), at('c', '2026-03-03T00:00:00.000Z')];
    expect(await running.deadlines()).toBe(1);
    await tick(1);
    expect(attempts).toBe(1);
    for (let hour = 0; hour < 8; hour++) await tick(3600);
    expect([attempts, await shown()]).toEqual([9, []]);
    await tick(3600);
    expect([attempts, await shown()]).toEqual([10, ['deadline:tally.expiry']]);
    for (let hour = 0; hour < 5; hour++) await tick(3600);
    expect(attempts).toBe(15);
    healed = true;
    expect(await tick(3600)).toBe(1);
    expect([fired, await shown()]).toEqual([['c', 'broken'], []]);
    expect(await tick(3600)).toBe(0);
  });

  it('are all reached, however many already fired ones are still listed before them', async () => {
    const running = await app();
    rows = Array.from({ length: 1200 }, (_, i) => at(`s${i}`, '2026-03-01T00:00:00.000Z'));
    expect(await running.deadlines()).toBe(1200);
    rows.push(at('last', '2026-03-02T00:00:00.000Z'));
    expect(await running.deadlines()).toBe(1);
  }, 30_000);

  it('that have a pace wait for its hours and its runs, and hold nobody else up meanwhile', async () => {
    const running = await app();
    const tick = async (instant: string) => {
      running.clock.set(instant);
      await running.deadlines();
      return rung.join(' ');
    };
    const bell = (subject: string, concerns?: string) => ({ kind: 'tally.bells', subject, due: '2026-03-07T00:00:00.000Z', ...(concerns && { concerns }) });
    bells = [bell('refused'), bell('a', 'ann'), bell('b'), bell('c'), bell('d', 'ann'), bell('e'), bell('f')];
    rows = [at('x', '2026-03-08T00:00:00.000Z')];
    expect([await tick('2026-03-08T10:00:00Z'), fired]).toEqual(['', ['x']]);
    expect(await tick('2026-03-09T06:59:00Z')).toBe('');
    expect(await tick('2026-03-09T07:05:00Z')).toBe('a b d');
    expect(await tick('2026-03-09T07:09:59Z')).toBe('a b d');
    expect(await tick('2026-03-09T07:10:00Z')).toBe('a b d c e');
    expect(await tick('2026-03-09T11:00:00Z')).toBe('a b d c e');
    expect(await tick('2026-03-10T10:59:59Z')).toBe('a b d c e f');
  });

  it('are looked for by the worker without being asked', async () => {
    rows = [at('a', '2026-03-01T00:00:00.000Z')];
    await app({ deadlinesEveryMs: 20 });
    await eventually(() => fired.length === 1);
  });
});
