import type { Actor } from '#kernel';

/** The territory somebody answers for: one of the two is null, both are null for the whole country. */
export interface Territory {
  readonly region: string | null;
  readonly department: string | null;
}

export abstract class ControlQueries {
  /** Of an inspector's institution, and the whole country for staff; null for everybody else. */
  abstract territoryOf(actor: Actor): Promise<Territory | null>;
}
