import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '#kernel';
import {
  type Addressee,
  type CandidateContact,
  type CandidateDimensions,
  type CandidateNumbers,
  type CandidateSummary,
  IdentityQueries,
  type PersonName,
  type Reading,
  type WantedText,
} from '../contract.js';
import { type CandidateFile, dimensionsOf, numbersOf } from '../domain/candidate-file.js';
import { departmentOf } from '../domain/department.js';
import { displayName, maskedName } from '../domain/names.js';
import { mayRead } from '../domain/rights.js';
import { AccessLog } from '../vault/access-log.js';
import { FreeTexts } from '../vault/free-texts.js';
import type { Person } from '../vault/person.js';
import { Vault } from '../vault/vault.js';

const nameOf = ({ document: { firstName, lastName } }: Person): PersonName => ({ firstName, lastName });
const isCandidate = (person: Person): person is Person<CandidateFile> => person.kind === 'candidate';

/** Reads the vault for lists and decisions: masks what the viewer may not read, records what was shown. */
@Injectable()
export class PeopleQueries extends IdentityQueries {
  constructor(
    private readonly vault: Vault,
    private readonly freeTexts: FreeTexts,
    private readonly access: AccessLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async names(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, PersonName>> {
    const people = await this.vault.readMany(ids);
    this.recordShown(people.values(), reading);
    const named = (person: Person) => (this.hidden(person, reading) ? maskedName(nameOf(person)) : nameOf(person));
    return new Map([...people].map(([id, person]) => [id, named(person)]));
  }

  async summaries(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, CandidateSummary>> {
    const people = await this.vault.readMany<CandidateFile>(ids);
    this.recordShown(people.values(), reading);
    return new Map(
      [...people].filter(([, person]) => isCandidate(person)).map(([id, person]) => [id, summaryOf(person, this.hidden(person, reading))]),
    );
  }

  async contacts(ids: readonly Id[], reading: Reading): Promise<ReadonlyMap<Id, CandidateContact>> {
    const people = [...(await this.vault.readMany<CandidateFile>(ids)).values()].filter(isCandidate);
    const shown = people.filter((person) => !this.hidden(person, reading));
    await this.access.taken(reading.viewer, reading.purpose, shown.map(({ id }) => id));
    return new Map(people.map((person) => [person.id, contactOf(person, this.hidden(person, reading))]));
  }

  async accountNames(ids: readonly Id[]): Promise<ReadonlyMap<Id, PersonName>> {
    const people = await this.vault.readMany(ids);
    return new Map([...people].filter(([, person]) => !isCandidate(person)).map(([id, person]) => [id, nameOf(person)]));
  }

  async addressees(ids: readonly Id[]): Promise<ReadonlyMap<Id, Addressee>> {
    const people = await this.vault.readMany(ids);
    return new Map([...people].flatMap(([id, person]) => (isCandidate(person) || !person.document.email ? [] : [[id, { ...nameOf(person), email: person.document.email }]])));
  }

  async candidate(id: Id): Promise<(CandidateDimensions & CandidateNumbers & { readonly candidateId: Id }) | null> {
    const person = await this.vault.read(id);
    if (!person || !isCandidate(person)) return null;
    return { candidateId: id, ...dimensionsOf(person.document, this.clock.today()), ...numbersOf(person.document) };
  }

  async texts(wanted: readonly WantedText[], reading: Reading): Promise<ReadonlyMap<Id, string>> {
    const texts = await this.freeTexts.read(wanted);
    this.access.list(reading.viewer, reading.purpose, [...new Set(texts.map(({ person }) => person))]);
    return new Map(texts.map(({ id, text }) => [id, text]));
  }

  async publicTexts(kind: string, wanted: readonly WantedText[]): Promise<ReadonlyMap<Id, string>> {
    return new Map((await this.freeTexts.read(wanted, kind)).map(({ id, text }) => [id, text]));
  }

  noteReading(person: Id, { viewer, purpose }: Reading): Promise<void> {
    return this.access.opened(viewer, purpose, person);
  }

  private hidden(person: Person, { viewer }: Reading): boolean {
    return isCandidate(person) && !mayRead(viewer, person);
  }

  private recordShown(people: Iterable<Person>, reading: Reading): void {
    const shown = [...people].filter((person) => isCandidate(person) && !this.hidden(person, reading));
    this.access.list(
      reading.viewer,
      reading.purpose,
      shown.map(({ id }) => id),
    );
  }
}

const NOTHING = { title: null, email: null, phone: null, birthDate: null, city: null, department: null };

const contactOf = ({ document }: Person<CandidateFile>, masked: boolean): CandidateContact => {
  if (masked) return { ...NOTHING, ...maskedName(document) };
  const { title, firstName, lastName, email, phone, birthDate, city, insee, postCode } = document;
  return { title, firstName, lastName, email, phone, birthDate, city, department: departmentOf(insee, postCode) };
};

/** A masked summary keeps nothing but initials, and whether a NIR is on file. */
export const summaryOf = ({ id, document }: Person<CandidateFile>, masked: boolean): CandidateSummary => {
  const name = masked ? maskedName(document) : document;
  return {
    id,
    displayName: masked ? `${name.lastName} ${name.firstName}` : displayName(name),
    masked,
    birthDate: masked ? null : document.birthDate,
    city: masked ? null : document.city,
    hasNir: document.nir !== null,
  };
};
