import { describe, expect, it } from '@jest/globals';
import type { PgDatabase } from '../adapters/pg-database.js';
import { Policy } from '../policy.js';
import type { Delivered } from './fold.js';
import { PolicyTrack } from './policy-track.js';
import { Turns } from './turns.js';

class Slow extends Policy {
  readonly name = 'slow';
  readonly handles = ['x'];
  readonly seen: number[] = [];
  hold: Promise<void> = Promise.resolve();
  async react({ position }: { position: number }) {
    await this.hold;
    this.seen.push(position);
  }
}

const event = (position: number): Delivered => {
  const about = { id: String(position), stream: 's', type: 'x', position, checkpoint: String(position) };
  return { ...about, event: { ...about, revision: 0, version: 1, data: {}, meta: {} as never } };
};

describe('A policy slower than the log', () => {
  it('lets go of its queue when it grows too long and reads the log by itself, then joins the others again', async () => {
    const log: Delivered[] = [];
    const policy = new Slow();
    let release: () => void = () => undefined;
    policy.hold = new Promise((resolve) => (release = resolve));
    const turns = new Turns();
    const track = new PolicyTrack(
      policy,
      { checkpoint: '0', position: 0 },
      {
        database: { run: async () => 1 } as unknown as PgDatabase,
        now: () => 0,
        compare: (a, b) => Number(a) - Number(b),
        pages: async function* (after) {
          const rest = log.filter(({ position }) => position > Number(after));
          if (rest.length > 0) yield rest;
        },
        betweenPages: (work) => turns.take(work),
        projectionsAt: async () => true,
        moved: () => undefined,
      },
      { backoffMs: [], queueLimit: 5 },
    );
    const stop = new AbortController();
    const running = track.run(stop.signal);
    const write = (position: number) => {
      log.push(event(position));
      track.offer([event(position)], event(position) as { checkpoint: string; position: number });
    };
    for (let position = 1; position <= 20; position++) write(position);
    expect(track.behind).toBe(true);
    release();
    while (!track.idle) await new Promise((resolve) => setTimeout(resolve, 1));
    for (let position = 21; position <= 23; position++) write(position);
    while (!track.idle) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(policy.seen).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    stop.abort();
    await running;
  });
});
