import type { NeedSummary } from '#marketplace';
import type { Letter } from '../../contract.js';
import { expiredLetter, rejectedLetter, sentBackLetter, validatedLetter } from './decisions.fr.js';
import type { Draft } from './draft.js';
import { interestLetter } from './interest.fr.js';
import { surveyLetter } from './reminders.fr.js';

export type ToSupplier = Extract<Letter, { kind: 'presented' | 'unread' }>;
export type ToAuthor = Exclude<Letter, ToSupplier>;

/** What the team wrote with its decision: an id, until the letter is written out. */
export const wordsOf = (letter: ToAuthor): string | null => ('wordsId' in letter ? letter.wordsId : null);

/** A letter that asks for what has been done since, or decided otherwise, is not sent any more. */
export const isOvertaken = (letter: ToAuthor, { status, moderationId, buyerAnswered }: NeedSummary): boolean =>
  letter.kind === 'sent-back' ? status !== 'draft' || moderationId !== letter.wordsId : letter.kind === 'survey' && buyerAnswered;

export const draftOf = (letter: ToAuthor, need: NeedSummary, words: string | null): Draft => {
  switch (letter.kind) {
    case 'interest':
      return interestLetter(need, letter.rank);
    case 'sent-back':
      return sentBackLetter(need, words);
    case 'rejected':
      return rejectedLetter(need, words);
    case 'expired':
      return expiredLetter(need);
    case 'validated':
      return validatedLetter(need);
    case 'survey':
      return surveyLetter(need);
  }
};
