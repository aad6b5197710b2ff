import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, START, type Position } from '@eventstore/db-client';
import type { StoredEvent } from '../event-store.js';
import type { Checkpoint, EventMeta } from '../events.js';
import { backoff } from './postgres-connection.js';

/** What the server means; everything else (unavailable, cancelled, a new leader, no answer…) passes when one tries again. */
const ANSWERS = new Set(['wrong-expected-version', 'stream-not-found', 'no-stream', 'access-denied', 'stream-deleted', 'maximum-append-size-exceeded', 'unsupported', 'not-found', 'missing-required-metadata-property']);

export const errorType = (error: unknown): string | undefined => (error as { type?: string } | null)?.type;
export const mayPass = (error: unknown): boolean => !ANSWERS.has(errorType(error) ?? '');

export const connect = (url: string): EventStoreDBClient => EventStoreDBClient.connectionString(url);

/** The client keeps waiting when a server closes a connection politely in the middle of an append, hence a time limit of our own. */
async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, null, { signal: timer.signal }).then(() => {
    throw new Error('the event store does not answer');
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}

export async function persevering<T>(work: () => Promise<T>, patienceMs = 30_000, answerMs = 10_000): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await within(work(), answerMs);
    } catch (error) {
      if (!mayPass(error) || Date.now() > deadline) throw error;
      await sleep(backoff(attempt));
    }
  }
}

/** Events of one append may share their commit position there; the prepare position tells them apart, and grows from one event to the next because an append lies in the log in one piece. */
export const checkpointOf = ({ commit, prepare }: Position): Checkpoint => `${commit}/${prepare}`;

export const placeOf = (checkpoint: Checkpoint | null): Position | typeof START => {
  if (checkpoint === null) return START;
  const [commit, prepare] = checkpoint.split('/');
  return { commit: BigInt(commit!), prepare: BigInt(prepare!) };
};

interface Received {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly position?: Position;
}

export const isOurs = (event: { readonly type: string; readonly streamId: string } | undefined): boolean => !!event && !event.type.startsWith('$') && !event.streamId.startsWith('$');

/**
 * The client parses and prints JSON itself. For text printed by JSON.stringify that gives the same bytes back;
 * the shape's version, which has no place of its own there, stands before the keys of the meta.
 */
export function received(event: Received): StoredEvent {
  if (!event.position) throw new Error('EventStoreDB 22.6 or newer is needed: this server does not say where an event lies in the log');
  const { version, ...meta } = event.metadata as EventMeta & { version: number };
  return {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: Number(event.position.prepare),
    checkpoint: checkpointOf(event.position),
    type: event.type,
    version,
    data: JSON.stringify(event.data),
    meta: JSON.stringify(meta),
  };
}
