import type { Day, DomainEvent, Id } from '#kernel';

/** Facts taken away as a file: which, about what, why and how many. Who did is said by the event's meta [pilotage/P-7]. */
export interface FactsExport {
  readonly exportId: Id;
  readonly indicator: string;
  /** Version of its definition. */
  readonly definition: number;
  /** One part of it only: a reason, a class of delays, a state. */
  readonly part: string | null;
  readonly from: string;
  readonly to: string;
  readonly kind: string | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly validAt: Day | null;
  readonly knownAt: string | null;
  readonly purpose: string;
  readonly rows: number;
  readonly on: Day;
}

/** Stream `facts-export-<exportId>`. */
export type PilotageEvent = DomainEvent<'pilotage.FactsExported', FactsExport>;
