/** Every run of three letters of a text, each word with two blanks before it and one after. */
export const trigramsOf = (key: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const word of key.split(' ')) {
    if (!word) continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
};

export interface Alike {
  readonly at: number;
  /** From 0, nothing in common, to 1: what both hold over what either holds, as PostgreSQL's `similarity` counts it. */
  readonly likeness: number;
}

/** Which keys hold each trigram, so that a text is compared only with those that share some. */
export class Trigrams {
  readonly #holders = new Map<string, number[]>();
  readonly #sizes: readonly number[];

  constructor(keys: readonly string[]) {
    this.#sizes = keys.map((key, at) => {
      const trigrams = trigramsOf(key);
      for (const trigram of trigrams) {
        const holders = this.#holders.get(trigram);
        if (holders) holders.push(at);
        else this.#holders.set(trigram, [at]);
      }
      return trigrams.size;
    });
  }

  /** The keys most like the text, above `over` and but for some, the likest first; equals in the order of the keys. */
  likest(text: string, limit: number, over: number, but: ReadonlySet<number>): readonly Alike[] {
    const mine = trigramsOf(text);
    const shared = new Uint8Array(this.#sizes.length);
    for (const trigram of mine) for (const at of this.#holders.get(trigram) ?? []) shared[at]!++;
    const best: Alike[] = [];
    for (let at = 0; at < shared.length; at++) {
      const likeness = shared[at]! && shared[at]! / (mine.size + this.#sizes[at]! - shared[at]!);
      if (likeness <= (best[limit - 1]?.likeness ?? over) || but.has(at)) continue;
      const after = best.findIndex((other) => other.likeness < likeness);
      best.splice(after < 0 ? best.length : after, 0, { at, likeness });
      best.length = Math.min(best.length, limit);
    }
    return best;
  }
}
