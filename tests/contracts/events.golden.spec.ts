import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventCatalogue, EventTypes } from '#kernel';

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
    samples = new Map(find('libs/*/src/domain/golden/*.json').map((path) => [`${path.split('/')[1]}/${sampleName(path)}`, path]));
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

  it('every old sample becomes the newest shape', () => {
    const catalogue = new EventCatalogue(contexts.map(({ types }) => types));
    for (const { context, type, version, newest } of versions) {
      const [old, present] = [version, newest].map((v) => sample(samples.get(`${context}/${name(type, v)}`)!));
      const upcast = catalogue.upcast(type, version, old!);
      expect({ type, version, keys: Object.keys(upcast).sort() }).toEqual({ type, version, keys: Object.keys(present!).sort() });
    }
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
