import type { DomainEvent, RecordedEvent } from './events.js';

/**
 * A read model: pure, rebuildable, one table. The table's primary key is the text or uuid column `id`, equal to the key.
 * `entity` is what MikroORM's `defineEntity` returned; the kernel only passes it on.
 */
export interface Projection<E extends DomainEvent = DomainEvent, R extends object = object> {
  /** `context.what`, unique. */
  readonly name: string;
  /** Raise it when `evolve` or the row changes: the read model is rebuilt beside the old one and swapped. */
  readonly version: number;
  readonly entity: unknown;
  readonly handles: readonly E['type'][];
  /** The rows an event touches; none to ignore it. */
  keys(event: RecordedEvent<E>): string | readonly string[];
  /** The row after the event; null deletes it. Column names as in the entity's properties. */
  evolve(row: R | null, event: RecordedEvent<E>, key: string): R | null;
  /** Rows written once beside one that has changed, with ids of their own, and never looked at again: the facts a change amounts to. Asked only when `evolve` made another row. */
  adds?(before: R | null, after: R | null, event: RecordedEvent<E>): readonly { readonly id: string }[];
  /** Topics to announce to open pages after an event, e.g. `company:<id>`. */
  topics?(event: RecordedEvent<E>): readonly string[];
}

/** Keeps the compiler's eye on `evolve` while the runner sees any projection alike. */
export const projection = <E extends DomainEvent, R extends object>(definition: Projection<E, R>): Projection =>
  definition as unknown as Projection;

/** The projections of one context, given as a Nest provider; the runner finds them all. */
export class ProjectionSet {
  constructor(readonly projections: readonly Projection[]) {}
}
