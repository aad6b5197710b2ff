import { draft, type EventCatalogue, NO_STREAM, seal, SYSTEM } from '#kernel';

const ID = '0190c0de-0000-7000-8000-00000000c0de';
const meta = { occurred: '2026-01-05T08:00:00.000Z', actor: SYSTEM.id, organisation: null, role: 'system', command: ID, correlation: ID, causation: null } as const;

/** What the codec makes of a sample, to the byte: its hash covers the stored texts of the event and of its meta. */
export const digestOf = (type: string, version: number, data: object): string => {
  const [sealed] = seal('golden', NO_STREAM, draft([{ id: ID, type, version, data, meta }]), '2026-01-05T09:00:00.000Z');
  return (JSON.parse(sealed!.meta) as { hash: string }).hash;
};

/** A sample of an old version, and all that the newest version says of it. */
export interface Sample {
  readonly type: string;
  readonly version: number;
  readonly data: Record<string, unknown>;
  readonly newest: Record<string, unknown>;
}

/** What is read of each sample beside what should be: values, not only names. */
export const readBack = (catalogue: EventCatalogue, samples: readonly Sample[]) =>
  samples.map(({ type, version, data, newest }) => ({ type, version, read: catalogue.upcast(type, version, structuredClone(data)), newest }));
