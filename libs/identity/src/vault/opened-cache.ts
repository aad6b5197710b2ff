import type { Id } from '#kernel';
import type { Person } from './person.js';
import type { PersonMark } from './people-tables.js';

/** People opened lately, oldest out first. An entry serves one version in one state only, so that a change made by another process is never hidden. */
export class OpenedCache {
  readonly #entries = new Map<Id, Person>();

  constructor(private readonly limit = 20_000) {}

  get({ id, version, state }: PersonMark): Person | null {
    const person = this.#entries.get(id);
    if (person?.version !== version || person.state !== state) return null;
    this.#entries.delete(id);
    this.#entries.set(id, person);
    return person;
  }

  keep(person: Person): void {
    this.#entries.set(person.id, person);
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!);
  }

  forget(id: Id): void {
    this.#entries.delete(id);
  }

  get size(): number {
    return this.#entries.size;
  }
}
