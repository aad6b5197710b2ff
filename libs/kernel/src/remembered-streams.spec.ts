import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Actor, SYSTEM } from './actor.js';
import { MemoryEventStore } from './adapters/memory-event-store.js';
import { EventCatalogue, eventTypes } from './catalogue.js';
import { SetClock } from './clock.js';
import type { Decider } from './decider.js';
import { EventSourcedStreams } from './event-sourced-streams.js';
import type { EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import { newId } from './ids.js';
import { Refusal } from './refusal.js';

type Event = DomainEvent<'test.Opened' | 'test.Shut' | 'test.Entered'>;
interface Door { readonly open: boolean; readonly inside: number }
type Do = 'open' | 'shut' | 'enter';

/** Who opens an open door does nothing; nobody enters by a shut one. */
const door: Decider<Door, { readonly do: Do }, Event> = {
  initial: { open: false, inside: 0 },
  evolve: (state, { type }) => ({ open: type === 'test.Entered' ? state.open : type === 'test.Opened', inside: state.inside + (type === 'test.Entered' ? 1 : 0) }),
  decide: ({ do: what }, { open }) => {
    if (what === 'enter' && !open) throw new Refusal('test/shut');
    if (what === 'enter') return [{ type: 'test.Entered', data: {} }];
    return open === (what === 'open') ? [] : [{ type: open ? 'test.Shut' : 'test.Opened', data: {} }];
  },
};
const catalogue = new EventCatalogue([eventTypes({ 'test.Opened': { version: 1 }, 'test.Shut': { version: 1 }, 'test.Entered': { version: 1 } })]);

describe('streams that are remembered', () => {
  let store: EventStore;
  let clock: SetClock;
  let one: EventSourcedStreams;
  let other: EventSourcedStreams;
  const ask = (streams: EventSourcedStreams, what: Do, command = newId(), actor: Actor = SYSTEM) => streams.handle('door', door, { do: what }, { command, actor });
  const types = async () => (await store.read('door')).map(({ type }) => type.replace('test.', ''));
  beforeEach(async () => {
    clock = new SetClock('2026-01-05T09:00:00Z');
    store = new MemoryEventStore(clock);
    await store.open();
    [one, other] = [new EventSourcedStreams(store, catalogue, clock), new EventSourcedStreams(store, catalogue, clock)];
  });

  it('are not read again by the process that wrote last', async () => {
    await ask(one, 'open');
    const read = jest.spyOn(store, 'read');
    for (let n = 0; n < 3; n++) await ask(one, 'enter');
    expect(read).not.toHaveBeenCalled();
    expect(await types()).toEqual(['Opened', 'Entered', 'Entered', 'Entered']);
  });

  it('are not read again to begin one that was looked for, unless another process has begun it', async () => {
    expect((await one.load('door', door)).revision).toBe(-1);
    const read = jest.spyOn(store, 'read');
    await ask(one, 'open');
    expect(read).not.toHaveBeenCalled();
    await other.load('gate', door);
    await one.handle('gate', door, { do: 'open' }, { command: newId(), actor: SYSTEM });
    await other.handle('gate', door, { do: 'enter' }, { command: newId(), actor: SYSTEM });
    expect((await store.read('gate')).map(({ type }) => type)).toEqual(['test.Opened', 'test.Entered']);
  });

  it('refuse nothing that what another process wrote since allows', async () => {
    await ask(one, 'open');
    await ask(one, 'shut');
    await ask(other, 'open');
    expect((await ask(one, 'enter')).entries).toHaveLength(1);
  });

  it('allow nothing that what another process wrote since forbids', async () => {
    await ask(one, 'open');
    await ask(other, 'shut');
    await expect(ask(one, 'enter')).rejects.toMatchObject({ code: 'test/shut' });
    expect(await types()).toEqual(['Opened', 'Shut']);
  });

  it('leave nothing undone that what another process wrote since asks for', async () => {
    await ask(one, 'open');
    await ask(other, 'shut');
    expect((await ask(one, 'open')).entries).toHaveLength(1);
  });

  it('answer a command that another process has decided with its receipt', async () => {
    await ask(one, 'open');
    const command = newId();
    const first = await ask(other, 'enter', command);
    await ask(other, 'shut');
    expect(await ask(one, 'enter', command)).toEqual(first);
    expect(await types()).toEqual(['Opened', 'Entered', 'Shut']);
  });

  it('refuse a command id that somebody else, or another thing, was decided under in another process', async () => {
    const [ann, bob] = [{ ...SYSTEM, id: newId(), role: 'employer' }, { ...SYSTEM, id: newId(), role: 'employer' }] as const;
    await ask(one, 'open');
    const command = newId();
    await ask(other, 'enter', command, ann);
    await expect(ask(one, 'enter', command, bob)).rejects.toMatchObject({ code: 'platform/command-reused' });
    await expect(ask(one, 'shut', command, ann)).rejects.toMatchObject({ code: 'platform/command-reused' });
    expect(await types()).toEqual(['Opened', 'Entered']);
  });

  it('are read again by whoever asks for a state or for events', async () => {
    await ask(one, 'open');
    await ask(other, 'enter');
    expect(await one.load('door', door)).toEqual({ state: { open: true, inside: 1 }, revision: 1 });
    await ask(other, 'enter');
    expect(await one.events('door')).toHaveLength(3);
  });

  it('show what a receipt says without a reading, in the process that wrote it', async () => {
    const receipt = await ask(one, 'open');
    const read = jest.spyOn(store, 'read');
    expect((await one.load('door', door, { after: receipt })).state).toEqual({ open: true, inside: 0 });
    expect(read).not.toHaveBeenCalled();
    const later = await ask(other, 'enter');
    expect((await one.load('door', door, { after: later })).state).toEqual({ open: true, inside: 1 });
  });

  it('read again after a receipt that says nothing of them', async () => {
    await ask(one, 'open');
    await ask(other, 'shut');
    expect((await one.load('door', door, { after: { command: newId(), entries: [] } })).state.open).toBe(false);
  });

  it('give each decider a state of its own', async () => {
    await ask(one, 'open');
    const counting: typeof door = { ...door, initial: { open: false, inside: 100 }, decide: (_, { inside }) => [{ type: 'test.Entered', data: { inside } }] };
    const { entries } = await one.handle('door', counting, { do: 'enter' }, { command: newId(), actor: SYSTEM });
    expect(entries[0]!.events[0]!.data).toEqual({ inside: 100 });
    expect((await one.load('door', door)).state.inside).toBe(1);
  });

  it('write what is written by streams that are read each time', async () => {
    const texts: string[][] = [];
    for (const remembers of [true, false]) {
      const log = new MemoryEventStore(clock);
      await log.open();
      let writer = new EventSourcedStreams(log, catalogue, clock);
      for (let n = 0; n < 40; n++) {
        if (!remembers) writer = new EventSourcedStreams(log, catalogue, clock);
        const command = `00000000-0000-8000-8000-0000000000${10 + (n % 30)}`;
        await ask(writer, (['open', 'enter', 'enter', 'shut', 'enter'] as const)[(n * n) % 5]!, command).catch(() => {});
      }
      texts.push((await log.read('door')).map(({ id, revision, data, meta }) => `${id} ${revision} ${data} ${meta}`));
    }
    expect(texts[0]!.length).toBeGreaterThan(10);
    expect(texts[1]).toEqual(texts[0]);
  });
});
