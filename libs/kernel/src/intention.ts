import type { Actor } from './actor.js';
import type { RecordedEvent } from './events.js';
import { isDerived } from './ids.js';
import { Refusal } from './refusal.js';

/** What a command does, in the word its decider tells it apart by: a word of the code, never anything about a person. Undefined where there is but one thing to do. */
export const intentionOf = (command: unknown): string | undefined => {
  if (typeof command !== 'object' || command === null) return undefined;
  const { do: does, type, kind } = command as { readonly do?: unknown; readonly type?: unknown; readonly kind?: unknown };
  return [does, type, kind].find((word) => typeof word === 'string');
};

/**
 * The same command id is the same intention: another one would be told that it was done when it was not.
 * The platform may finish what a person began, and the other way round; an id that derives from its cause is the same whoever comes first.
 * What was written before intentions were is believed.
 * @throws Refusal
 */
export const requireSameIntention = (written: RecordedEvent, command: unknown, { id, organisation, role }: Actor): void => {
  const { intention = intentionOf(command), ...by } = written.meta;
  const theirs = role !== 'system' && by.role !== 'system' && !isDerived(by.command);
  if (intention === intentionOf(command) && !(theirs && (by.actor !== id || by.organisation !== organisation))) return;
  throw new Refusal('platform/command-reused');
};
