import type { Refusal } from '../refusal.js';
import { platformRefusals } from './refusals.fr.js';

/** One sentence, filled with the facts of the refusal. `never` lets each sentence name the facts it expects. */
export type Sentence = (facts: never) => string;
export type Sentences = Readonly<Record<string, Sentence>>;
type Filled = (facts: Readonly<Record<string, unknown>>) => string;

const catalogue = new Map<string, Filled>();
const register = (sentences: Sentences) => {
  for (const [code, sentence] of Object.entries(sentences)) {
    const known = catalogue.get(code);
    if (known && known !== sentence) throw new Error(`the sentence of ${code} is written twice`);
    catalogue.set(code, sentence as Filled);
  }
};
register(platformRefusals);

/** The French sentences of one context: `{ provide: RefusalSentences, useValue: new RefusalSentences(hiringRefusals) }` in its module. */
export class RefusalSentences {
  constructor(readonly sentences: Sentences) {
    register(sentences);
  }
}

export const hasSentence = (code: string): boolean => catalogue.has(code);

/** Null when no context has written a sentence for this code. */
export const sentenceFor = (code: string, facts: Readonly<Record<string, unknown>> = {}): string | null => catalogue.get(code)?.(facts) ?? null;

/** What a person reads: never a code. */
export const sentenceOf = (refusal: Pick<Refusal, 'code' | 'facts'>): string =>
  sentenceFor(refusal.code, refusal.facts) ?? 'Cette action n’est pas possible. Rechargez la page puis réessayez.';
