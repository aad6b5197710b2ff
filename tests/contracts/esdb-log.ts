import { EventEmitter } from 'node:events';

export interface DoubleEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly commit: number;
  readonly prepare: number;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}
export type NewEvent = Pick<DoubleEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';
export type Verdict =
  | { readonly kind: 'ok'; readonly revision: number; readonly commit: number }
  | { readonly kind: 'wrong'; readonly revision: number }
  | { readonly kind: 'too-large'; readonly limit: number };

/** The rules of an EventStoreDB server's log as its documentation gives them: revisions, idempotence by event id, append size. It outlives the server in front of it. */
export class EsdbLog {
  readonly all: DoubleEvent[] = [];
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly #streams = new Map<string, DoubleEvent[]>();

  constructor(readonly maxAppendSize = 1024 * 1024) {
    // A real server's log begins with events of its own, which readers must not take for ours.
    this.append('$settings', 'any', [{ id: '11111111-1111-4111-8111-111111111111', type: '$settings', contentType: 'application/json', data: Buffer.from('{}'), metadata: new Uint8Array() }]);
  }

  stream(name: string): readonly DoubleEvent[] | undefined {
    return this.#streams.get(name);
  }

  append(name: string, expected: Expected, events: readonly NewEvent[]): Verdict {
    if (events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0) > this.maxAppendSize) return { kind: 'too-large', limit: this.maxAppendSize };
    const present = this.#streams.get(name) ?? [];
    const head = present.length - 1;
    const already = this.#already(present, expected, events);
    if (already) return { kind: 'ok', revision: already.revision, commit: already.commit };
    const fits = expected === 'any' || (expected === 'no_stream' ? head === -1 : expected === 'stream_exists' ? head >= 0 : head === expected);
    if (!fits) return { kind: 'wrong', revision: head };
    const start = this.all.length === 0 ? 0 : this.all.at(-1)!.prepare + 100;
    const commit = start + (events.length - 1) * 100;
    const written = events.map((event, i) => ({ ...event, stream: name, revision: present.length + i, prepare: start + i * 100, commit }));
    this.#streams.set(name, [...present, ...written]);
    this.all.push(...written);
    this.changes.emit('append');
    return { kind: 'ok', revision: written.at(-1)!.revision, commit };
  }

  #already(present: readonly DoubleEvent[], expected: Expected, events: readonly NewEvent[]): DoubleEvent | undefined {
    const from = expected === 'no_stream' ? 0 : typeof expected === 'number' ? expected + 1 : present.findIndex(({ id }) => id === events[0]?.id);
    if (from < 0 || from >= present.length || !events.every(({ id }, i) => present[from + i]?.id === id)) return undefined;
    return present[from + events.length - 1];
  }
}
