import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryEventStore } from './adapters/memory-event-store.js';
import { stripHash, verifyChain } from './chain.js';
import { SetClock } from './clock.js';
import { NO_STREAM, type ProposedEvent, type StoredEvent, type StreamHead } from './event-store.js';
import { SYSTEM } from './actor.js';
import { newId } from './ids.js';

const proposed = (data: object): ProposedEvent => {
  const id = newId();
  return { id, type: 'test.Happened', version: 1, data, meta: { occurred: '2026-01-05T08:00:00.000Z', actor: SYSTEM.id, organisation: null, role: 'system', command: id, correlation: id, causation: null } };
};

describe('the chain of a stream', () => {
  let events: readonly StoredEvent[];
  let head: StreamHead;
  beforeEach(async () => {
    const store = new MemoryEventStore(new SetClock('2026-01-05T09:00:00Z'));
    await store.open();
    head = NO_STREAM;
    for (let n = 0; n < 6; n++) ({ head } = await store.append('dossier', head, [proposed({ n, amount: 100 })]));
    events = await store.read('dossier');
  });

  const withEvent = (at: number, change: (event: StoredEvent) => StoredEvent) => events.map((event, i) => (i === at ? change(event) : event));

  it('is whole when nothing was touched', () => {
    expect(verifyChain('dossier', events, head)).toBeNull();
  });

  it.each<[string, (event: StoredEvent) => StoredEvent]>([
    ['its data', (event) => ({ ...event, data: event.data.replace('100', '999') })],
    ['a space in its data', (event) => ({ ...event, data: event.data.replace(':', ': ') })],
    ['who did it', (event) => ({ ...event, meta: event.meta.replace(SYSTEM.id, newId()) })],
    ['when it was recorded', (event) => ({ ...event, meta: event.meta.replace('"recorded":"2026', '"recorded":"2025') })],
    ['its type', (event) => ({ ...event, type: 'test.Else' })],
    ['its version', (event) => ({ ...event, version: 2 })],
    ['its id', (event) => ({ ...event, id: newId() })],
    ['its hash taken off', (event) => ({ ...event, meta: stripHash(event.meta)!.bare })],
  ])('names the event of which somebody changed %s', (_what, change) => {
    expect(verifyChain('dossier', withEvent(3, change), head)).toMatchObject({ kind: 'altered', revision: 3 });
  });

  it('names the first missing event', () => {
    expect(verifyChain('dossier', events.filter(({ revision }) => revision !== 2), head)).toMatchObject({ kind: 'removed', revision: 2 });
  });

  it('is not fooled when the later events are renumbered over the gap', () => {
    const renumbered = events.filter(({ revision }) => revision !== 2).map((event, revision) => ({ ...event, revision }));
    expect(verifyChain('dossier', renumbered, head)).toMatchObject({ kind: 'altered', revision: 2 });
  });

  it('names the first event that stands where another belongs', () => {
    const swapped = [events[0]!, events[2]!, events[1]!, ...events.slice(3)];
    expect(verifyChain('dossier', swapped)).toMatchObject({ kind: 'reordered', revision: 1 });
  });

  it('refuses an event of another stream', () => {
    expect(verifyChain('dossier', withEvent(4, (event) => ({ ...event, stream: 'other' })))).toMatchObject({ kind: 'altered', revision: 4 });
  });

  it('shows a cut end only against a head noted elsewhere, for a shorter chain is a good chain', () => {
    const cut = events.slice(0, 4);
    expect(verifyChain('dossier', cut)).toBeNull();
    expect(verifyChain('dossier', cut, head)).toMatchObject({ kind: 'truncated', revision: 4 });
    expect(verifyChain('dossier', [], head)).toMatchObject({ kind: 'truncated', revision: 0 });
  });

  it('shows an end that was rewritten with good hashes, against the noted head', async () => {
    const store = new MemoryEventStore(new SetClock('2026-01-05T09:00:00Z'));
    await store.open();
    let forged = NO_STREAM;
    for (let n = 0; n < 6; n++) ({ head: forged } = await store.append('dossier', forged, [proposed({ n, amount: n < 5 ? 100 : 1 })]));
    expect(verifyChain('dossier', await store.read('dossier'), head)).toMatchObject({ kind: 'altered', revision: 5 });
  });

  it('notices any single changed character', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.boolean(), fc.nat(), fc.integer({ min: 32, max: 126 }), (at, inMeta, place, code) => {
        const text = inMeta ? events[at]!.meta : events[at]!.data;
        const i = place % text.length;
        const changed = text.slice(0, i) + String.fromCharCode(code) + text.slice(i + 1);
        fc.pre(changed !== text);
        const found = verifyChain('dossier', withEvent(at, (event) => (inMeta ? { ...event, meta: changed } : { ...event, data: changed })), head);
        expect(found).toMatchObject({ kind: 'altered', revision: at });
      }),
    );
  });
});
