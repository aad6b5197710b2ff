import type { Actor } from './actor.js';

/** Tells open pages that something they show has changed: nothing but the topic's name travels. */
export abstract class LiveTopics {
  /** To the pages of every process. */
  abstract announce(topics: readonly string[]): void;
  /** Calls back with the topics that were announced among those asked for; answers how to stop. */
  abstract subscribe(topics: readonly string[], changed: (topic: string) => void): () => void;
}

/**
 * Who may listen to the topics of one family, `<family>` or `<family>:<id>`. A family nobody guards is closed.
 * Extend it in a context and provide it to Nest.
 */
export abstract class TopicGuard {
  abstract readonly family: string;
  abstract allows(actor: Actor | null, topic: string): boolean | Promise<boolean>;
}
