import type { Id } from '#kernel';
import type { PersonDocument } from './person.js';

/** Documents opened lately, oldest out first. An entry serves one version only, so that a change made by another process is never hidden. */
export class OpenedCache {
  readonly #entries = new Map<Id, { readonly version: number; readonly document: PersonDocument }>();

  constructor(private readonly limit = 20_000) {}

  get(id: Id, version: number): PersonDocument | null {
    const entry = this.#entries.get(id);
    if (entry?.version !== version) return null;
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry.document;
  }

  set(id: Id, version: number, document: PersonDocument): void {
    this.#entries.set(id, { version, document });
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!);
  }

  forget(id: Id): void {
    this.#entries.delete(id);
  }

  get size(): number {
    return this.#entries.size;
  }
}
