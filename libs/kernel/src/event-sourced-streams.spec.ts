import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Actor, SYSTEM } from './actor.js';
import { MemoryEventStore } from './adapters/memory-event-store.js';
import { EventCatalogue, eventTypes } from './catalogue.js';
import { SetClock } from './clock.js';
import type { Decider } from './decider.js';
import { EventSourcedStreams } from './event-sourced-streams.js';
import { type EventStore, NO_STREAM } from './event-store.js';
import type { DomainEvent } from './events.js';
import { derivedId, newId } from './ids.js';
import { Refusal } from './refusal.js';
import type { Receipt } from './streams.js';

type Taken = DomainEvent<'test.SeatTaken', { seat: number; by?: string | undefined }>;
interface Seats { readonly taken: number }
const SEATS = 3;
const seats: Decider<Seats, { readonly by?: string; readonly many?: number }, Taken> = {
  initial: { taken: 0 },
  evolve: (state) => ({ taken: state.taken + 1 }),
  decide: ({ by, many = 1 }, { taken }) => {
    if (many === 0) return [];
    if (taken + many > SEATS) throw new Refusal('test/full', { taken });
    return Array.from({ length: many }, (_, i) => ({ type: 'test.SeatTaken' as const, data: { seat: taken + i, by } }));
  },
};
const catalogue = new EventCatalogue([eventTypes({ 'test.SeatTaken': { version: 2, upcasts: { 1: (data) => ({ ...data, by: 'unknown' }) } } })]);

describe('streams', () => {
  let store: EventStore;
  let clock: SetClock;
  let streams: EventSourcedStreams;
  const by = (command = newId()) => ({ command, actor: SYSTEM });
  beforeEach(async () => {
    clock = new SetClock('2026-01-05T09:00:00Z');
    store = new MemoryEventStore(clock);
    await store.open();
    streams = new EventSourcedStreams(store, catalogue, clock);
  });

  it('write what is decided and say where', async () => {
    const receipt = await streams.handle('room', seats, { by: 'a', many: 2 }, by());
    expect(receipt.entries).toHaveLength(1);
    expect(receipt.entries[0]!.events.map(({ data }) => data)).toEqual([{ seat: 0, by: 'a' }, { seat: 1, by: 'a' }]);
    expect(receipt.entries[0]!.position).toBe((await store.head())!.position);
    expect(await streams.load('room', seats)).toEqual({ state: { taken: 2 }, revision: 1 });
  });

  it('answer the original receipt when the same command comes again, and write nothing', async () => {
    const context = by();
    const first = await streams.handle('room', seats, { by: 'a' }, context);
    await streams.handle('room', seats, { by: 'b' }, by());
    expect(await streams.handle('room', seats, { by: 'a' }, context)).toEqual(first);
    expect(await streams.revision('room')).toBe(1);
  });

  it('answer the same command sent twice at once with one receipt', async () => {
    const context = by();
    const [a, b] = await Promise.all([streams.handle('room', seats, {}, context), streams.handle('room', seats, {}, context)]);
    expect(a).toEqual(b);
    expect(await streams.revision('room')).toBe(0);
  });

  it('answer the same command sent to two processes at once with one receipt', async () => {
    const other = new EventSourcedStreams(store, catalogue, clock);
    const context = by();
    const [a, b] = await Promise.all([streams.handle('room', seats, {}, context), other.handle('room', seats, {}, context)]);
    expect(a).toEqual(b);
    expect(await streams.revision('room')).toBe(0);
  });

  describe('when a command id comes again', () => {
    type Said = DomainEvent<'test.SeatTaken', { seat: number; by: string }>;
    const talk: Decider<null, { readonly do: string }, Said> = { initial: null, evolve: () => null, decide: (command) => [{ type: 'test.SeatTaken', data: { seat: 0, by: command.do } }] };
    const [ann, bob] = [{ ...SYSTEM, id: newId(), role: 'employer', organisation: newId() } as const, { ...SYSTEM, id: newId(), role: 'employer', organisation: newId() } as const];
    const ask = (what: string, command: string, actor: Actor = ann, where = streams) => where.handle('room', talk, { do: what }, { command, actor });
    const reused = { code: 'platform/command-reused' };

    it('refuse to do another thing under it, rather than say that it is done', async () => {
      const command = newId();
      const first = await ask('open', command);
      await expect(ask('close', command)).rejects.toMatchObject(reused);
      expect(await ask('open', command)).toEqual(first);
      expect(await streams.revision('room')).toBe(0);
    });

    it('refuse the second of two things asked at once, in one process or in two', async () => {
      for (const other of [streams, new EventSourcedStreams(store, catalogue, clock)]) {
        const command = newId();
        const outcomes = await Promise.allSettled([ask('open', command), ask('close', command, ann, other)]);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: reused });
      }
      expect(await streams.revision('room')).toBe(1);
    });

    it('refuse somebody else, and the same person in another organisation, but let the platform finish what a person began', async () => {
      const command = newId();
      const first = await ask('open', command);
      await expect(ask('open', command, bob)).rejects.toMatchObject(reused);
      await expect(ask('open', command, { ...ann, organisation: bob.organisation })).rejects.toMatchObject(reused);
      expect(await ask('open', command, SYSTEM)).toEqual(first);
      await expect(ask('close', command, SYSTEM)).rejects.toMatchObject(reused);
    });

    it('answer whoever comes second under an id that derives from its cause', async () => {
      const command = derivedId('number', 'of a PASS');
      const first = await ask('open', command);
      expect(await ask('open', command, bob)).toEqual(first);
      await expect(ask('close', command, bob)).rejects.toMatchObject(reused);
    });

    it('believe events written before intentions were kept', async () => {
      const command = newId();
      const meta = { occurred: '2026-01-01T00:00:00.000Z', actor: ann.id, organisation: ann.organisation, role: ann.role, command, correlation: command, causation: null };
      await store.append('room', NO_STREAM, [{ id: newId(), type: 'test.SeatTaken', version: 2, data: { seat: 7, by: 'open' }, meta }]);
      expect((await ask('close', command)).entries[0]!.events[0]!.data).toEqual({ seat: 7, by: 'open' });
      await expect(ask('open', command, bob)).rejects.toMatchObject(reused);
    });

    it('keep of a command one word of the code, and nothing where there is but one thing to do', async () => {
      const said = async (receipt: Promise<Receipt>) => (await receipt).entries[0]!.events[0]!.meta.intention;
      expect(await said(ask('open', newId()))).toBe('open');
      expect(await said(streams.handle('seats', seats, { by: 'Awa' }, by()))).toBeUndefined();
    });
  });

  it('let commands of one process queue up: nobody is overbooked, nobody starts again', async () => {
    const append = jest.spyOn(store, 'append');
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => streams.handle('room', seats, {}, by())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(SEATS);
    expect(append).toHaveBeenCalledTimes(SEATS);
  });

  it('decide again when another process wrote first', async () => {
    const processes = Array.from({ length: 5 }, () => new EventSourcedStreams(store, catalogue, clock));
    const outcomes = await Promise.allSettled(processes.map((process) => process.handle('room', seats, {}, by())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(SEATS);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'test/full', facts: { taken: SEATS } });
  });

  it('may decide a refused command again, once there is room', async () => {
    const context = by();
    await expect(streams.handle('room', seats, { many: 4 }, context)).rejects.toBeInstanceOf(Refusal);
    expect((await streams.handle('room', seats, { many: 1 }, context)).entries).toHaveLength(1);
  });

  it('write nothing for an empty decision', async () => {
    expect((await streams.handle('room', seats, { many: 0 }, by())).entries).toEqual([]);
    expect(await streams.revision('room')).toBe(-1);
  });

  it('derive the ids of events from the command, so that a repetition is recognised by the store as well', async () => {
    const context = by();
    const { entries } = await streams.handle('room', seats, { many: 2 }, context);
    const again = new MemoryEventStore(clock);
    await again.open();
    const repeated = await new EventSourcedStreams(again, catalogue, clock).handle('room', seats, { many: 2 }, context);
    expect(repeated.entries[0]!.events.map(({ id }) => id)).toEqual(entries[0]!.events.map(({ id }) => id));
  });

  it('know the state as of a position and as of a recorded instant, both inclusive', async () => {
    const positions: number[] = [];
    for (const hour of ['10', '11', '12']) {
      clock.set(`2026-01-05T${hour}:00:00Z`);
      positions.push((await streams.handle('room', seats, {}, by())).entries[0]!.position);
    }
    expect(await streams.load('room', seats, { position: positions[1]! })).toEqual({ state: { taken: 2 }, revision: 1 });
    expect(await streams.load('room', seats, { position: positions[0]! - 1 })).toEqual({ state: { taken: 0 }, revision: -1 });
    expect(await streams.load('room', seats, { recorded: '2026-01-05T11:00:00Z' })).toEqual({ state: { taken: 2 }, revision: 1 });
    expect(await streams.load('room', seats, { recorded: '2026-01-05T10:59:59.999Z' })).toEqual({ state: { taken: 1 }, revision: 0 });
  });

  it('know as of an instant all that was recorded by then, though a clock that was ahead wrote in between', async () => {
    for (let i = 0; i < 3; i++) await streams.handle('room', seats, {}, by());
    const read = store.read.bind(store);
    const [ahead, told] = ['2026-01-05T10:00:00.000Z', '2026-01-05T09:00:00.000Z'];
    jest.spyOn(store, 'read').mockImplementation(async (...asked) => (await read(...asked)).map((event) => (event.revision === 1 ? { ...event, meta: event.meta.replace(told + '","hash', ahead + '","hash') } : event)));
    expect(await streams.load('room', seats, { recorded: told })).toEqual({ state: { taken: 2 }, revision: 2 });
    expect(await streams.load('room', seats, { recorded: ahead })).toEqual({ state: { taken: 3 }, revision: 2 });
  });

  it('fold only the tail when told to, and still append at the right revision', async () => {
    await streams.handle('room', seats, { many: 2 }, by());
    const receipt = await streams.handle('room', seats, {}, by(), { from: 2 });
    expect(receipt.entries[0]!.events[0]).toMatchObject({ revision: 2, data: { seat: 0 } });
  });

  it('give old events in their newest shape', async () => {
    const meta = { occurred: '2026-01-01T00:00:00.000Z', actor: SYSTEM.id, organisation: null, role: 'system' as const, command: newId(), correlation: newId(), causation: null };
    await store.append('old', { revision: -1, hash: '' }, [{ id: newId(), type: 'test.SeatTaken', version: 1, data: { seat: 7 }, meta }]);
    expect((await streams.events('old'))[0]).toMatchObject({ version: 1, data: { seat: 7, by: 'unknown' } });
  });

  it('refuse to write a type nobody declared', async () => {
    const undeclared: Decider<null, null, DomainEvent> = { initial: null, evolve: () => null, decide: () => [{ type: 'test.Unheard', data: {} }] };
    await expect(streams.handle('room', undeclared, null, by())).rejects.toThrow('test.Unheard is not declared');
  });
});
