import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventCatalogue, EventTypes, eventTypes } from '#kernel';
import { digestOf, readBack } from './golden.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const find = (pattern: string) => globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/')).filter((path) => !path.startsWith('libs/testing/')).sort();

interface Declared {
  readonly context: string;
  readonly types: EventTypes;
}

/** Every `EventTypes` that the contexts export. */
async function declared(): Promise<readonly Declared[]> {
  const found = new Map<EventTypes, string>();
  for (const path of find('libs/*/src/**/*event-types.ts').concat('libs/kernel/src/log-opened.ts')) {
    const exports = (await import(join(root, path))) as Record<string, unknown>;
    for (const value of Object.values(exports)) if (value instanceof EventTypes) found.set(value, path.split('/')[1]!);
  }
  return [...found].map(([types, context]) => ({ context, types }));
}

const name = (type: string, version: number) => `${type.slice(type.indexOf('.') + 1)}.v${version}`;
const sampleName = (path: string) => basename(path, '.json').replace(/^[a-z]+\./, '');
const sample = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;

describe('old events are read for ever', () => {
  let contexts: readonly Declared[];
  let samples: Map<string, string>;
  let versions: readonly { readonly context: string; readonly type: string; readonly version: number; readonly newest: number }[];
  beforeAll(async () => {
    contexts = await declared();
    samples = new Map(find('libs/*/src/domain/golden/*.json').filter((path) => !path.endsWith('.read.json')).map((path) => [`${path.split('/')[1]}/${sampleName(path)}`, path]));
    versions = contexts.flatMap(({ context, types }) =>
      Object.entries(types.specs).flatMap(([type, spec]) => Array.from({ length: spec.version }, (_, i) => ({ context, type, version: i + 1, newest: spec.version }))),
    );
  });

  it('every context that has samples declares its event types, and type names are used once', () => {
    expect(() => new EventCatalogue(contexts.map(({ types }) => types))).not.toThrow();
    expect(new Set([...samples.keys()].map((key) => key.split('/')[0]))).toEqual(new Set(contexts.map(({ context }) => context)));
  });

  it('every event type is named after the context that owns it', () => {
    expect(versions.filter(({ context, type }) => !new RegExp(`^${context}\\.[A-Z][A-Za-z]+$`).test(type))).toEqual([]);
  });

  it('every version of every event type has a sample', () => {
    expect(versions.filter(({ context, type, version }) => !samples.has(`${context}/${name(type, version)}`)).map(({ type, version }) => `${type}.v${version}`)).toEqual([]);
  });

  it('every sample belongs to a declared version', () => {
    const known = new Set(versions.map(({ context, type, version }) => `${context}/${name(type, version)}`));
    expect([...samples.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  // Of an old version v1, `<Type>.v1.read.json` says what is read of that very sample today.
  it('every sample is read in full as the newest version has it, to the last value', () => {
    const catalogue = new EventCatalogue(contexts.map(({ types }) => types));
    const asked = versions.map(({ context, type, version, newest }) => {
      const path = samples.get(`${context}/${name(type, version)}`)!;
      return { type, version, data: sample(path), newest: sample(version === newest ? path : path.replace(/json$/, 'read.json')) };
    });
    for (const { read, newest, ...which } of readBack(catalogue, asked)) expect({ ...which, read }).toEqual({ ...which, read: newest });
  });

  it('an upcast that loses a value is found, though every name is there', () => {
    const losing = new EventCatalogue([eventTypes({ 'test.Moved': { version: 2, upcasts: { 1: ({ to }) => ({ to: null, by: to }) } } })]);
    const { read, newest } = readBack(losing, [{ type: 'test.Moved', version: 1, data: { to: 'a' }, newest: { to: 'a', by: 'a' } }])[0]!;
    expect(Object.keys(read).sort()).toEqual(Object.keys(newest).sort());
    expect(read).not.toEqual(newest);
  });

  it('no sample is edited: each still has the digest that was written beside its name', () => {
    const written = readFileSync(join(root, 'tests/contracts/golden.digests.txt'), 'utf8').trim().split('\n').sort();
    const present = versions.map(({ context, type, version }) => `${context}/${name(type, version)} ${digestOf(type, version, sample(samples.get(`${context}/${name(type, version)}`)!))}`).sort();
    // A new sample adds its line; a line that is there stays as it is.
    expect(present).toEqual(written);
  });

  it('a digest sees a value change, a key come, and the codec write otherwise', () => {
    const digest = digestOf('test.Moved', 1, { to: 'a', on: '2026-01-05' });
    expect(digestOf('test.Moved', 1, { on: '2026-01-05', to: 'a' })).not.toBe(digest);
    expect(digestOf('test.Moved', 1, { to: 'b', on: '2026-01-05' })).not.toBe(digest);
    expect(digestOf('test.Moved', 1, { to: 'a', on: '2026-01-05', by: null })).not.toBe(digest);
    expect(digestOf('test.Moved', 2, { to: 'a', on: '2026-01-05' })).not.toBe(digest);
  });

  it('no sample has a place for who somebody is', () => {
    const keys = /^(first_?name|last_?name|full_?name|birth_?(date|day|name)|e?mail|phone|comment|message|free_?text)$/i;
    const values = /[^\s@]+@[^\s@]+\.[a-z]+|(?<!\d)[12]\d{12}(\d{2})?(?!\d)|^0[1-9](\s?\d\d){4}$/;
    const personal = (value: unknown): string[] => {
      if (typeof value === 'string') return values.test(value) ? [value] : [];
      if (!value || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([key, inner]) => [...(keys.test(key) ? [key] : []), ...personal(inner)]);
    };
    expect([...samples.values()].flatMap((path) => personal(sample(path)).map((what) => `${path}: ${what}`))).toEqual([]);
  });
});
