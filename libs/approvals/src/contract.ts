import type { Actor, CommandContext, Day, DomainEvent, Id, Receipt, RuleCheck } from '#kernel';

export type PassState = 'EXPIRED' | 'SUSPENDED' | 'VALID' | 'FUTURE';

/** Stream `pass-<candidateId>`: a person's whole IAE path. Stream `pass-numbers`: one event per number, number = revision + offset. */
export type ApprovalsEvent =
  | DomainEvent<'approvals.PassGranted', { passId: Id; candidateId: Id; applicationId: Id; companyId: Id; companyKind: string; diagnosisId: Id | null; diagnosisAuthor: 'prescriber' | 'employer' | null; start: Day; end: Day; numbersSeen: number; origin?: PassOrigin }>
  | DomainEvent<'approvals.PassStartMoved', { passId: Id; candidateId: Id; start: Day; end: Day }>
  | DomainEvent<'approvals.HireCovered', { passId: Id; candidateId: Id; applicationId: Id; companyId: Id; startsOn: Day; isNew: boolean }>
  /** The contract of a covered hire will start another day [emplois/ACP-11]. */
  | DomainEvent<'approvals.HireRescheduled', { passId: Id; candidateId: Id; applicationId: Id; startsOn: Day }>
  | DomainEvent<'approvals.HireCoverWithdrawn', { passId: Id; candidateId: Id; applicationId: Id }>
  | DomainEvent<'approvals.PassCancelled', { passId: Id; candidateId: Id; applicationId: Id; start: Day; end: Day }>
  | DomainEvent<'approvals.PassNumbered', { passId: Id; candidateId: Id; number: string }>;

/** Where a PASS comes from, as it was on that day, whatever becomes of the organisations [emplois/PASS-7]. */
export interface PassOrigin {
  /** Of the company that hired; its kind is said beside. */
  readonly siret: string | null;
  readonly sender: string;
  /** Of the sender's organisation, when a prescriber sent the application. */
  readonly prescriberKind: string | null;
}

/** Everything the person's stream must know to say yes or no to a hire. */
export interface CoverRequest {
  readonly candidateId: Id;
  readonly applicationId: Id;
  readonly companyId: Id;
  readonly companyKind: string;
  readonly startsOn: Day;
  readonly today: Day;
  /** The considered-valid diagnosis [emplois/IAE-9], if any. */
  readonly diagnosis: { readonly id: Id; readonly author: 'prescriber' | 'employer'; readonly expiresOn: Day } | null;
  readonly nir: 'known' | 'none';
  readonly franceTravail: 'known' | 'forgotten' | 'not_registered';
  readonly sentByAuthorisedPrescriber: boolean;
  readonly origin?: PassOrigin | undefined;
  /** Staff have checked who the person is, for a hire agreed on that day: the diagnosis is judged as it was then [emplois/ACP-10]. */
  readonly checkedForHireOf?: Day;
}
/** Nobody can be told apart from a namesake by a forgotten number alone: a person checks first [emplois/ACP 11.2, 4c]. */
export const isIdentified = ({ nir, franceTravail }: Pick<CoverRequest, 'nir' | 'franceTravail'>): boolean => nir === 'known' || franceTravail !== 'forgotten';

export type Cover =
  | { readonly kind: 'pass'; readonly passId: Id; readonly number: string; readonly start: Day; readonly end: Day; readonly isNew: boolean }
  /** No PASS yet: staff must check who the person is first [emplois/ACP 4c]. */
  | { readonly kind: 'manual' };

export abstract class ApprovalsCommands {
  /** Decides on the person's stream, numbers a new PASS. Idempotent by `context.command`. @throws Refusal with the checks */
  abstract coverHire(request: CoverRequest, context: CommandContext): Promise<{ readonly cover: Cover; readonly receipt: Receipt }>;
  /** The contract will start another day: a PASS that has not started follows it. Does nothing when the PASS knows already, or covers no such hire [emplois/ACP-11]. */
  abstract rescheduleHire(input: { readonly candidateId: Id; readonly applicationId: Id; readonly startsOn: Day; readonly today: Day }, context: CommandContext): Promise<Receipt>;
  /** The hire will not be: takes the cover back, and cancels the PASS when nothing else used it [emplois/CNL-2]. */
  abstract withdrawCover(input: { readonly candidateId: Id; readonly applicationId: Id }, context: CommandContext): Promise<Receipt>;
}

/** `XXXXX 00 00001` [emplois/PASS-3]. */
export const displayNumber = (number: string): string => `${number.slice(0, 5)} ${number.slice(5, 7)} ${number.slice(7)}`;

export interface Pass {
  readonly passId: Id;
  readonly candidateId: Id;
  /** 12 characters without spaces; null for the moments before it is numbered. */
  readonly number: string | null;
  readonly start: Day;
  readonly end: Day;
  readonly state: PassState;
  /** Days left, today included [emplois/PASS-9]. */
  readonly remainingDays: number;
  /** Last day of the waiting period when the PASS has expired [emplois/PASS-12]. */
  readonly waitingUntil: Day | null;
}

export abstract class ApprovalsQueries {
  /** Whether this actor may see a person's PASS: their own, or that of somebody they follow [emplois/PASS-20]. */
  abstract maySee(actor: Actor, candidateId: Id): Promise<boolean>;
  /** A person's PASS that counts today [emplois/PASS-14]: from the stream itself, never behind. */
  abstract latest(candidateId: Id, today: Day): Promise<Pass | null>;
  /** The same for a list, from the read model. */
  abstract latestOf(candidateIds: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Pass>>;
  /** PASS by their ids, as they stand today, those over or replaced too: what a hire was made under [emplois/JA-15]. */
  abstract byIds(passIds: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Pass>>;
  /** The waiting-period rule alone, explained, for the screen that submits an application [emplois/PASS-13]. */
  abstract waitingPeriod(candidateId: Id, input: { readonly companyKind: string; readonly sentByAuthorisedPrescriber: boolean; readonly validPrescriberDiagnosis: boolean; readonly today: Day }): Promise<RuleCheck>;
}
