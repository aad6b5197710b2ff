import { Trigrams } from './trigrams.js';

/** Names with less in common than this are other names [marche/GEO-05]. */
const LIKE = 0.1;
/** From the best to the least, all better than any likeness: each leaves out what those before it take. */
const RANKS: readonly ((key: string, text: string) => boolean)[] = [
  (key, text) => key === text,
  (key, text) => key !== text && key.startsWith(text),
  (key, text) => !key.startsWith(text) && key.includes(` ${text}`),
];

export interface Found {
  /** Its number among the names. */
  readonly at: number;
  readonly score: number;
}

/** Names as `searchKey` writes them, those that matter most first: found by their whole, their beginning, a later word's beginning, and else by likeness, so that a typing mistake still finds. */
export class Names {
  #trigrams: Trigrams | undefined;

  constructor(readonly keys: readonly string[]) {}

  find(text: string, limit: number): readonly Found[] {
    const found: Found[] = [];
    for (const [rank, wanted] of RANKS.entries())
      for (let at = 0; at < this.keys.length && found.length < limit; at++) if (wanted(this.keys[at]!, text)) found.push({ at, score: 1 + RANKS.length - rank });
    return found.length < limit ? [...found, ...this.#alike(text, limit - found.length, found)] : found;
  }

  #alike(text: string, limit: number, but: readonly Found[]): readonly Found[] {
    this.#trigrams ??= new Trigrams(this.keys);
    return this.#trigrams.likest(text, limit, LIKE, new Set(but.map(({ at }) => at))).map(({ at, likeness }) => ({ at, score: likeness }));
  }
}
