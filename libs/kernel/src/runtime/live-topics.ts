import type { PgDatabase } from '../adapters/pg-database.js';
import { newId } from '../ids.js';
import { LiveTopics } from '../topics.js';

const CHANNEL = 'live_topics';
/** A notification carries at most 8000 bytes. */
const PER_MESSAGE = 7000;
/** Notifying takes a lock shared by the whole server, so topics are gathered for a moment. */
const GATHER_MS = 30;

/** Hears announcements of this process at once and those of other processes through the database. */
export class NotifyLiveTopics extends LiveTopics {
  readonly #listeners = new Map<string, Set<(topic: string) => void>>();
  readonly #process = newId();
  #gathered = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #listening: Promise<() => Promise<void>> | null = null;

  constructor(private readonly database: PgDatabase) {
    super();
  }

  async open(): Promise<void> {
    this.#listening ??= this.database.listen(CHANNEL, (message) => {
      const [from, ...topics] = message.split('\n');
      if (from !== this.#process) this.#tell(topics);
    });
    await this.#listening;
  }

  announce(topics: readonly string[]): void {
    if (topics.length === 0) return;
    this.#tell(topics);
    for (const topic of topics) this.#gathered.add(topic);
    this.#timer ??= setTimeout(() => void this.#notify(), GATHER_MS).unref();
  }

  #tell(topics: readonly string[]): void {
    for (const topic of topics) for (const changed of this.#listeners.get(topic) ?? []) changed(topic);
  }

  async #notify(): Promise<void> {
    this.#timer = null;
    const topics = [...this.#gathered];
    this.#gathered = new Set();
    let message = this.#process;
    const messages: string[] = [];
    for (const topic of topics) {
      if (message.length + topic.length > PER_MESSAGE) {
        messages.push(message);
        message = this.#process;
      }
      message += `\n${topic}`;
    }
    messages.push(message);
    // A page that misses a hint shows old data until its next visit: not worth failing for.
    await this.database.run('select pg_notify($1, m) from unnest($2::text[]) as m', [CHANNEL, messages]).catch(() => undefined);
  }

  subscribe(topics: readonly string[], changed: (topic: string) => void): () => void {
    for (const topic of topics) this.#listeners.set(topic, (this.#listeners.get(topic) ?? new Set()).add(changed));
    return () => {
      for (const topic of topics) {
        const listeners = this.#listeners.get(topic);
        listeners?.delete(changed);
        if (listeners?.size === 0) this.#listeners.delete(topic);
      }
    };
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await (await this.#listening)?.();
  }
}
