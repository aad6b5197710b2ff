import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contexts } from '../../apps/platform/src/contexts.js';
import { hasSentence, RefusalSentences } from '../../libs/kernel/src/api.js';
import { platformRefusals } from '../../libs/kernel/src/api/refusals.fr.js';

const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|refusals\.fr\.ts$|fixture/.test(file))
  .map((file) => ({ file, text: readFileSync(join('libs', file), 'utf8') }));

const owners = new Set(readdirSync('libs'));
const CODE = /'((?:[a-z]+)\/[a-z0-9-]+(?:\/[a-z0-9-]+)*)'/g;
/** `hiring/check/${name}`: the family is written here, its names elsewhere in the same context. */
const FAMILY = /`([a-z]+\/[a-z0-9-/]*)\$\{/g;
const isCode = (text: string) => /^(platform|input)\//.test(text) || owners.has(text.split('/')[0]!);

const written = new Map<string, string>();
const families: string[] = [];
for (const { file, text } of sources) {
  const code = text.replace(/^\s*(import|export) .*from '.*';$/gm, '');
  for (const [, found] of code.matchAll(CODE)) if (isCode(found!)) written.set(found!, file);
  for (const [, found] of code.matchAll(FAMILY)) if (isCode(found!)) families.push(found!);
}
const named = (code: string) => families.some((family) => code.startsWith(family) && sources.some(({ text }) => text.includes(`'${code.slice(family.length)}'`)));

const catalogues = contexts
  .flatMap((module) => Reflect.getMetadata('providers', module) as readonly { provide?: unknown; useValue?: unknown }[])
  .filter(({ provide }) => provide === RefusalSentences)
  .map(({ useValue }) => (useValue as RefusalSentences).sentences);
const sentences = Object.assign({}, platformRefusals, ...catalogues) as Record<string, (facts: object) => string>;

describe('refusals', () => {
  it('have a French sentence for every code written in the contexts', () => {
    expect([...written].filter(([code]) => !hasSentence(code)).map(([code, file]) => `${code} in ${file}`)).toEqual([]);
  });

  it('have no sentence for a code that nothing says any more', () => {
    const said = (code: string) => written.has(code) || named(code);
    expect(Object.keys(sentences).filter((code) => !code.startsWith('platform/') && code !== 'input/invalid' && !said(code) && !said(code.replace(/\/enough$/, '')))).toEqual([]);
  });

  it('are whole sentences, even without their facts, and show no code', () => {
    const texts = Object.entries(sentences).flatMap(([code, sentence]) => {
      try {
        return [{ code, text: sentence({}) }];
      } catch {
        return [];
      }
    });
    expect(texts.length).toBeGreaterThan(Object.keys(sentences).length / 2);
    expect(texts.filter(({ text }) => text && !text.includes('undefined') && (!/^[\p{Lu}«\d].*[.!?]$/su.test(text) || /\[object|[a-z]+\/[a-z]+-[a-z]+/.test(text)))).toEqual([]);
  });
});
