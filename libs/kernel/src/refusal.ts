/** One rule that was looked at when a decision was taken, and what would have been enough. Shown to people, returned by the API, asserted by tests. */
export interface RuleCheck {
  /** Dossier rule, e.g. `emplois/IAE-3`. */
  readonly rule: string;
  /** Key of the French sentence, in the catalogue of the context that decides. */
  readonly code: string;
  readonly met: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What would be enough; empty when met. */
  readonly enough: Readonly<Record<string, unknown>>;
}

/**
 * A decision of "no" that the person can understand and act on. `code` is `context/what`, has one French sentence in the catalogue; `facts` fill it.
 * Facts never hold personal data: they reach answers and logs.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly checks: readonly RuleCheck[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** A refusal one field of a form can answer for: shown beside it. `field` is its name in the mutation's input. */
export class FieldRefusal extends Refusal {
  constructor(
    readonly field: string,
    code: string,
    facts: Readonly<Record<string, unknown>> = {},
    checks: readonly RuleCheck[] = [],
  ) {
    super(code, facts, checks);
    this.name = 'FieldRefusal';
  }
}

/** Something that does not exist for this caller: also what rows of other organisations look like [emplois/AUT-6]. */
export class NotFound extends Refusal {
  constructor(code: string) {
    super(code);
    this.name = 'NotFound';
  }
}

/** Input that cannot be taken: one entry per field, `code` as in `Refusal`. */
export class InvalidInput extends Refusal {
  constructor(readonly fields: readonly { readonly field: string; readonly code: string; readonly facts?: Readonly<Record<string, unknown>> }[]) {
    super('input/invalid', { fields });
    this.name = 'InvalidInput';
  }
}
