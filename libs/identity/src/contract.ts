import type { Actor, CommandContext, Day, DomainEvent, Id, Receipt } from '#kernel';

/** Coarse, frozen dimensions of a candidate: all that the log ever says about who the person is. */
export interface CandidateDimensions {
  readonly sex: 'F' | 'M';
  /** Completed years on the day of the fact. */
  readonly age: number;
  readonly department: string | null;
  readonly qpv: boolean;
  readonly zrr: boolean;
}
/** What identity numbers are on file, never their values. */
export interface CandidateNumbers {
  readonly nir: 'known' | 'none';
  readonly franceTravail: 'known' | 'forgotten' | 'not_registered';
}

export type IdentityEvent =
  | DomainEvent<'identity.AccountOpened', { accountId: Id; kind: 'professional' | 'candidate' | 'staff' }>
  | DomainEvent<'identity.CandidateRegistered', { candidateId: Id } & CandidateDimensions & CandidateNumbers>
  | DomainEvent<'identity.CandidateChanged', { candidateId: Id; fields: readonly string[] } & CandidateDimensions & CandidateNumbers>
  /** Somebody looked at the file and says that it is up to date. */
  | DomainEvent<'identity.CandidateConfirmed', { candidateId: Id }>
  /** Who they were is known to nobody any more; `reason` is a code. */
  | DomainEvent<'identity.CandidateErased', { candidateId: Id; reason: string }>
  /** The two numbers and the words are in the vault, under these ids. */
  | DomainEvent<'identity.NirCorrectionRequested', { candidateId: Id; requestId: Id; numbersId: Id; justificationId: Id }>
  | DomainEvent<'identity.NirCorrectionAccepted', { candidateId: Id; requestId: Id; on: Day }>
  | DomainEvent<'identity.NirCorrectionRefused', { candidateId: Id; requestId: Id; explanationId: Id; on: Day }>
  /** Kept long enough: its numbers and its words are known to nobody any more. */
  | DomainEvent<'identity.NirCorrectionForgotten', { candidateId: Id; requestId: Id }>
  | DomainEvent<'identity.AccountErased', { accountId: Id; reason: string }>;

/** Every reading of personal data says who reads and why; it is recorded and shown to the person. */
export interface Reading {
  readonly viewer: Actor;
  /** Short key, e.g. `applications-list`, `application-file`. */
  readonly purpose: string;
}

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/** A candidate in a list, as this viewer may see them: the name is « D… J… » when masked, and the rest blank [emplois/AUT-7]. */
export interface CandidateSummary {
  readonly id: Id;
  readonly displayName: string;
  readonly masked: boolean;
  readonly birthDate: Day | null;
  readonly city: string | null;
  readonly hasNir: boolean;
}

/** What a list taken away says of a candidate: initials and nothing else when masked. */
export interface CandidateContact extends PersonName {
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: Day | null;
  readonly city: string | null;
  readonly department: string | null;
}

/**
 * A free text and whose it must be: a person's it was written to or about, or an organisation's it was written for (null: the team's).
 * One that turns out to be somebody else's is absent.
 */
export type WantedText = { readonly id: Id } & ({ readonly person: Id } | { readonly organisation: Id | null });

/** Where a professional or a member of the team is written to. */
export interface Addressee extends PersonName {
  readonly email: string;
}

export abstract class IdentityQueries {
  /** Names of people (candidates or professionals) for a list: one access record for the whole list. Erased people are absent. */
  abstract names(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, PersonName>>;
  /** Candidates of a list, masked where the viewer may not see them: one access record for those shown in clear. Erased people are absent. */
  abstract summaries(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, CandidateSummary>>;
  /** Candidates of a list that leaves the platform: the access record is written before they are answered. Erased people are absent. */
  abstract contacts(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, CandidateContact>>;
  /** Names of professionals and staff (never of candidates), for timelines and authors: not a reading of candidates' data. */
  abstract accountNames(ids: readonly Id[]): Promise<ReadonlyMap<Id, PersonName>>;
  /** To write to professionals and staff (never to candidates) themselves, at that moment: nobody else reads it. Erased people are absent. */
  abstract addressees(ids: readonly Id[]): Promise<ReadonlyMap<Id, Addressee>>;
  /** What a decision may know of a candidate; null when there is none. Not a reading: nothing personal but the age criteria. */
  abstract candidate(id: Id): Promise<(CandidateDimensions & CandidateNumbers & { readonly candidateId: Id }) | null>;
  /** Free texts kept with `keepText`, by id; erased ones are absent, and so are those of somebody else than is said. */
  abstract texts(wanted: readonly WantedText[], reading: Reading): Promise<ReadonlyMap<Id, string>>;
  /** Words of this kind that their author has made public, as the context they were written for says: anybody reads them, so no reading is recorded. Found as `texts` finds them. */
  abstract publicTexts(kind: string, wanted: readonly WantedText[]): Promise<ReadonlyMap<Id, string>>;
  /** Before something personal is shown that is kept elsewhere than with the person's file (eligibility, diagnoses): recorded like an opened file. */
  abstract noteReading(person: Id, reading: Reading): Promise<void>;
}

/** Requests about numbers whose words are still in the vault: what the deadline that erases them asks. */
export abstract class HandledCorrections {
  /** Handled on that day or before, and not forgotten yet; the oldest first. */
  abstract until(day: Day, limit: number): Promise<readonly { readonly id: Id; readonly handledOn: Day }[]>;
  abstract candidateOf(requestId: Id): Promise<Id | null>;
}

export abstract class IdentityCommands {
  /** Seals a free text to or about a person in the vault; the event keeps the id only. The same id twice keeps the first text. */
  abstract keepText(
    input: { readonly id: Id; readonly person: Id; readonly kind: string; readonly text: string },
    context: CommandContext,
  ): Promise<Id>;
  /** Erases one of somebody’s free texts, which their author takes back; nothing when it is not theirs, or gone already. */
  abstract forgetText(text: { readonly id: Id; readonly person: Id }): Promise<void>;
}

export type CandidateRegistration = {
  readonly candidateId: Id;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly receipt: Receipt;
};
