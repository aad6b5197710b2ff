import { defineEntity, p } from '@mikro-orm/core';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import {
  type Database,
  type Decider,
  type DomainEvent,
  eventTypes,
  EventTypes,
  type Id,
  newId,
  type Projection,
  projection,
  ProjectionSet,
  type Receipt,
  type Streams,
  SYSTEM,
} from '#kernel';

/** A context as small as can be, for the kernel's own tests: named tallies that go up and can be closed. */
export type TallyEvent = DomainEvent<'tally.Added', { name: string; amount: number }> | DomainEvent<'tally.Closed', { name: string }> | DomainEvent<'tally.Noise', object>;

export const tally: Decider<object, readonly TallyEvent[], TallyEvent> = { initial: {}, evolve: (state) => state, decide: (events) => events };

export const added = (name: string, amount = 1): TallyEvent => ({ type: 'tally.Added', data: { name, amount } });
export const closed = (name: string): TallyEvent => ({ type: 'tally.Closed', data: { name } });
export const noise: TallyEvent = { type: 'tally.Noise', data: {} };

/** Appends to the stream of a tally. */
export const record = (streams: Streams, name: string, ...events: readonly TallyEvent[]): Promise<Receipt> =>
  streams.handle(`tally-${name}`, tally, events, { command: newId(), actor: SYSTEM });

export interface TallyRow {
  id: Id;
  total: number;
  lastOn: string | null;
  marks: string[];
}

export const tallyEntity = (tableName = 'tally') =>
  defineEntity({
    name: `Tally_${tableName}`,
    tableName,
    schema: 'read',
    properties: { id: p.text().primary(), total: p.integer().index(), lastOn: p.date().nullable(), marks: p.array() },
  });

/** Totals by name; closing deletes. `given` changes what a test is about. */
export const totals = (given: Partial<Projection<TallyEvent, TallyRow>> = {}, tableName = 'tally'): Projection =>
  projection<TallyEvent, TallyRow>({
    name: 'tally.totals',
    version: 1,
    entity: tallyEntity(tableName),
    handles: ['tally.Added', 'tally.Closed'],
    keys: ({ data }) => (data as { name: string }).name,
    evolve: (row, { type, data, meta }) => {
      if (type === 'tally.Closed') return null;
      const { name, amount } = data as { name: string; amount: number };
      return { id: name, total: (row?.total ?? 0) + amount, lastOn: meta.recorded.slice(0, 10), marks: [...(row?.marks ?? []), `+${amount}`] };
    },
    topics: ({ data }) => [`tally:${(data as { name: string }).name}`],
    ...given,
  });

/** The rows as readers see them. */
export const tallyRows = (database: Database, table = 'tally'): Promise<TallyRow[]> =>
  database.rows<TallyRow>(`select id, total, last_on as "lastOn", marks from read.${table} order by id`);

@Module({})
class TallyModule {}

export const tallyModule = (projections: readonly Projection[], ...providers: readonly Provider[]): DynamicModule => ({
  module: TallyModule,
  providers: [
    { provide: EventTypes, useValue: eventTypes<TallyEvent['type']>({ 'tally.Added': { version: 1 }, 'tally.Closed': { version: 1 }, 'tally.Noise': { version: 1 } }) },
    { provide: ProjectionSet, useValue: new ProjectionSet(projections) },
    ...providers,
  ],
});
