import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, type Provider, type Type } from '@nestjs/common';
import { eventually, keepOpen } from '../../../testing/src/opened.js';
import { added, noise, record, tally, tallyModule, totals } from '../../../testing/src/tally.js';
import { MemoryEventStore } from '../adapters/memory-event-store.js';
import { SetClock } from '../clock.js';
import { Database } from '../database.js';
import type { RecordedEvent } from '../events.js';
import { derivedId } from '../ids.js';
import { Policy } from '../policy.js';
import { Refusal } from '../refusal.js';
import { Streams } from '../streams.js';
import { SYSTEM } from '../actor.js';
import { RuntimeStatus } from './status.js';

const opened = keepOpen();
afterEach(opened.closeAll);

const amount = (event: RecordedEvent) => (event.data as { amount: number }).amount;

let reacted: number[] = [];
let react: (event: RecordedEvent) => Promise<void> | void = () => undefined;
beforeEach(() => {
  reacted = [];
  react = () => undefined;
});

@Injectable()
class Watching extends Policy {
  readonly name: string = 'tally.watching';
  readonly handles = ['tally.Added'];
  async react(event: RecordedEvent) {
    await react(event);
    reacted.push(amount(event));
  }
}

@Injectable()
class FromTheOrigin extends Watching {
  override readonly name = 'tally.from-the-origin';
  override readonly start = 'origin';
}

const newLog = () => new MemoryEventStore(new SetClock('2026-03-10T09:00:00Z'));
const withPolicy = (policy: Type<Policy>, ...more: Provider[]) => tallyModule([totals()], policy, ...more);

describe('A policy', () => {
  it('reacts to every event it handles, once and in order', async () => {
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    for (let i = 1; i <= 20; i++) await record(app.streams, `t${i % 3}`, noise, added(`t${i % 3}`, i));
    await app.settled();
    expect(reacted).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('that is new starts at the head of the log, unless it declares the origin', async () => {
    const [store, databaseUrl] = [newLog(), await opened.databaseUrl()];
    const before = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl });
    await record(before.streams, 'a', added('a', 1), added('a', 2));
    await before.settled();
    await before.close();
    const head = await opened.app({ modules: [withPolicy(Watching)], store, databaseUrl });
    await head.settled();
    await record(head.streams, 'a', added('a', 3));
    await head.settled();
    expect(reacted).toEqual([3]);
    await head.close();
    reacted = [];
    const origin = await opened.app({ modules: [withPolicy(FromTheOrigin)], store, databaseUrl });
    await origin.settled();
    expect(reacted).toEqual([1, 2, 3]);
  });

  it('misses nothing that is recorded as soon as the application has started, even while another process works', async () => {
    const [store, databaseUrl] = [newLog(), await opened.databaseUrl()];
    const first = await opened.app({ modules: [withPolicy(Watching)], store, databaseUrl });
    await record(first.streams, 'a', added('a', 1));
    const second = await opened.app({ modules: [withPolicy(Watching)], store, databaseUrl });
    expect(second.worker.runner).toBeNull();
    await record(second.streams, 'a', added('a', 2));
    await first.settled();
    expect(reacted).toEqual([1, 2]);
  });

  it('goes on where it was after a stop, even with events recorded while nobody worked', async () => {
    const [store, databaseUrl] = [newLog(), await opened.databaseUrl()];
    const first = await opened.app({ modules: [withPolicy(Watching)], store, databaseUrl });
    await first.settled();
    await record(first.streams, 'a', added('a', 1));
    await first.settled();
    await first.close();
    const silent = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl, config: { role: 'api' } });
    await record(silent.streams, 'a', added('a', 2));
    const second = await opened.app({ modules: [withPolicy(Watching)], store, databaseUrl });
    await second.settled();
    expect(reacted).toEqual([1, 2]);
  });

  it('writes down how far it has come while it works: what a crash would take back is little', async () => {
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    const { entries } = await record(app.streams, 'a', added('a', 1), added('a', 2));
    await eventually(async () => {
      const written = await app.database.one<{ position: number }>(`select position from runtime.checkpoint where name = 'policy:tally.watching'`);
      return written!.position === entries[0]!.position;
    });
    expect(reacted).toEqual([1, 2]);
  });

  it('whose command is refused shows it to staff and goes on', async () => {
    react = (event) => {
      if (amount(event) === 2) throw new Refusal('tally/enough', { limit: 1 });
    };
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    await record(app.streams, 'a', added('a', 1), added('a', 2), added('a', 3));
    await app.settled();
    expect(reacted).toEqual([1, 3]);
    const { refusedCommands } = await app.get(RuntimeStatus).snapshot();
    expect(refusedCommands).toEqual([{ policy: 'tally.watching', position: 3, code: 'tally/enough', at: '2026-03-10T09:00:00.000Z' }]);
  });

  it('that fails tries again, and once more, before the next event has its turn', async () => {
    let failures = 3;
    react = (event) => {
      if (amount(event) === 1 && failures-- > 0) throw new Error('the mail server is away');
    };
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    await record(app.streams, 'a', added('a', 1), added('a', 2));
    await app.settled();
    expect(reacted).toEqual([1, 2]);
    expect((await app.get(RuntimeStatus).snapshot()).parked).toEqual([]);
  });

  it('that fails for good has the event set aside and shown, and goes on', async () => {
    react = (event) => {
      if (amount(event) === 1) throw new TypeError('a secret that must not be shown');
    };
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    await record(app.streams, 'a', added('a', 1), added('a', 2));
    await app.settled();
    expect(reacted).toEqual([2]);
    const { parked } = await app.get(RuntimeStatus).snapshot();
    expect(parked).toMatchObject([{ projection: 'policy:tally.watching', key: 'tally-a@2', position: 2, error: expect.stringMatching(/^TypeError at /) }]);
    expect(JSON.stringify(parked)).not.toContain('secret');
  }, 20_000);

  it('does not keep read models waiting', async () => {
    let release: () => void = () => undefined;
    react = () => new Promise((resolve) => (release = resolve));
    const app = await opened.app({ modules: [withPolicy(Watching)] });
    await app.settled();
    const receipt = await record(app.streams, 'a', added('a', 1));
    expect(await app.caughtUp(receipt, ['tally.totals'])).toBe(true);
    expect(reacted).toEqual([]);
    await eventually(() => (release(), reacted.length === 1));
  });

  it('that needs read models finds the event in them', async () => {
    const seen: number[] = [];
    @Injectable()
    class Needing extends Policy {
      readonly name = 'tally.needing';
      readonly handles = ['tally.Added'];
      override readonly needs = ['tally.totals'];
      override readonly start = 'origin';
      constructor(private readonly database: Database) {
        super();
      }
      async react(event: RecordedEvent) {
        const row = await this.database.one<{ total: number }>('select total from read.tally where id = $1', [(event.data as { name: string }).name]);
        seen.push(row?.total ?? 0);
      }
    }
    const app = await opened.app({ modules: [withPolicy(Needing)] });
    for (let i = 1; i <= 30; i++) await record(app.streams, `t${i}`, added(`t${i}`, i));
    await app.settled();
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it('acts through commands whose ids derive from the event: delivered twice, done once', async () => {
    @Injectable()
    class Doubling extends Policy {
      readonly name = 'tally.doubling';
      readonly handles = ['tally.Added'];
      constructor(private readonly streams: Streams) {
        super();
      }
      async react(event: RecordedEvent) {
        const { name } = event.data as { name: string };
        if (name.startsWith('double-')) return;
        const command = { command: derivedId(this.name, event.id), actor: SYSTEM };
        await this.streams.handle(`tally-double-${name}`, tally, [added(`double-${name}`, 2 * amount(event))], command);
      }
    }
    const [store, databaseUrl] = [newLog(), await opened.databaseUrl()];
    const app = await opened.app({ modules: [withPolicy(Doubling)], store, databaseUrl });
    await app.settled();
    const start = await app.database.one(`select checkpoint, position from runtime.checkpoint where name = 'policy:tally.doubling'`);
    await record(app.streams, 'a', added('a', 4));
    await app.settled();
    await app.close();
    const again = await opened.app({ modules: [withPolicy(Doubling)], store, databaseUrl, config: { role: 'api' } });
    await again.database.run(`update runtime.checkpoint set checkpoint = $1, position = $2 where name = 'policy:tally.doubling'`, Object.values(start!));
    await again.worker.start();
    await again.settled();
    expect(await again.database.rows(`select id, total from read.tally order by id`)).toEqual([{ id: 'a', total: 4 }, { id: 'double-a', total: 8 }]);
    expect((await store.head())?.position).toBe(3);
  });
});
