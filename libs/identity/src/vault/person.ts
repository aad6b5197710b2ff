import type { Actor, Id } from '#kernel';
import { normaliseEmail } from '../domain/email.js';
import { normaliseName } from '../domain/names.js';
import { normaliseNir } from '../domain/nir.js';
import type { Sealer } from './sealer.js';

export type PersonKind = 'professional' | 'candidate' | 'staff';

/** What is sealed: a candidate's file, or the name and address of a professional. */
export interface PersonDocument {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string | null;
  readonly nir?: string | null;
  readonly phone?: string | null;
  readonly birthDate?: string;
}

/** `pending`: its event never came yet. `changed`: the last version has not been announced by an event yet. */
export type PersonState = 'pending' | 'changed' | 'confirmed';

export interface Person<D extends PersonDocument = PersonDocument> {
  readonly id: Id;
  readonly kind: PersonKind;
  readonly state: PersonState;
  readonly version: number;
  /** Who registered them, in which organisation; null when they came by themselves. */
  readonly createdBy: Id | null;
  readonly createdIn: Id | null;
  /** The command of the last version. */
  readonly command: Id;
  /** Fields that the last version changed. */
  readonly fields: readonly string[];
  readonly document: D;
}

export interface NewPerson<D extends PersonDocument = PersonDocument> {
  readonly id: Id;
  readonly kind: PersonKind;
  readonly document: D;
  readonly by: Pick<Actor, 'id' | 'organisation'>;
  readonly command: Id;
  /** ISO instant. */
  readonly at: string;
}

/** No two people share these; the others only help to find. A phone is often a family's, so it is not refused to a second person. */
export const UNIQUE_KINDS = ['nir', 'email'] as const;
export type UniqueKind = (typeof UNIQUE_KINDS)[number];
export type LookupKind = UniqueKind | 'phone' | 'twin';

export interface Lookup {
  readonly kind: LookupKind;
  readonly hash: Buffer;
}

/** Same birth date and same names, accents and case aside: perhaps the same person. */
export const twinValue = (document: { readonly firstName: string; readonly lastName: string; readonly birthDate: string }): string =>
  [document.birthDate, normaliseName(document.firstName), normaliseName(document.lastName)].join('|');

export const lookupValue = (kind: LookupKind, value: string): string =>
  kind === 'nir' ? normaliseNir(value) : kind === 'email' ? normaliseEmail(value) : value;

export const lookupsOf = (sealer: Sealer, document: PersonDocument): readonly Lookup[] => {
  const { nir, email, phone, birthDate } = document;
  const values: [LookupKind, string | null | undefined][] = [
    ['nir', nir],
    ['email', email],
    ['phone', phone],
    ['twin', birthDate && twinValue({ ...document, birthDate })],
  ];
  return values.flatMap(([kind, value]) => (value ? [{ kind, hash: sealer.lookup(kind, lookupValue(kind, value)) }] : []));
};

/** What a sealed document is bound to. */
export const documentOf = (id: Id): string => `person:${id}`;
export const givenFields = (document: object): readonly string[] =>
  Object.entries(document)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field]) => field);
