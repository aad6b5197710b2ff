import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter((file) => file && existsSync(file));
const text = (file: string) => readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;
const libraries = readdirSync('libs');
const contexts = libraries.filter((name) => !['kernel', 'reference', 'testing'].includes(name));
const code = files.filter((file) => /\.(ts|mjs|cjs|js|html|scss)$/.test(file) && !file.startsWith('tests/architecture/'));

describe('the repository', () => {
  it.each(contexts)('%s has a README, a module and a contract, and its index says the contract only', (context) => {
    for (const file of ['README.md', `src/${context}.module.ts`, 'src/contract.ts', 'src/index.ts']) expect([file, existsSync(join('libs', context, file))]).toEqual([file, true]);
    expect(text(`libs/${context}/src/index.ts`).trim()).toBe("export * from './contract.js';");
  });

  it('knows every library under its short name, for the compiler and for Node', () => {
    const imports = json('package.json')['imports'] as Record<string, { types: string; default: string }>;
    for (const name of libraries) expect(imports[`#${name}`]).toEqual({ types: `./libs/${name}/src/index.ts`, default: `./dist/libs/${name}/src/index.js` });
  });

  it('gives every event a name of its own and a golden sample', () => {
    const samples = files.filter((file) => /\/golden\/[^/]+\.json$/.test(file)).map((file) => file.split('/').at(-1)!);
    const types = contexts.flatMap((context) => [...text(`libs/${context}/src/contract.ts`).matchAll(/DomainEvent<'([a-zA-Z]+)\.([A-Za-z]+)'/g)].map(([, owner, name]) => ({ context, owner, name })));
    expect(types.filter(({ context, owner }) => context !== owner)).toEqual([]);
    expect(new Set(types.map(({ owner, name }) => `${owner}.${name}`)).size).toBe(types.length);
    expect(types.filter(({ name }) => !samples.some((sample) => sample === `${name}.v1.json` || sample.endsWith(`.${name}.v1.json`))).map(({ owner, name }) => `${owner}.${name}`)).toEqual([]);
  });

  it('stays on the last version of the State design system that asks nobody to accept terms', () => {
    const versions = Object.entries((json('package-lock.json')['packages'] ?? {}) as Record<string, { version?: string }>).filter(([place]) => place.endsWith('@gouvfr/dsfr'));
    expect(versions.length).toBe(1);
    for (const [, { version }] of versions) expect(version).toMatch(/^1\.(\d|1[0-4])\./);
  });

  it('names no package registry in its lock file, and pins every version it chooses', () => {
    expect(text('package-lock.json')).not.toContain('"resolved": "http');
    for (const file of ['package.json', 'frontend/package.json'])
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
        for (const [name, version] of Object.entries((json(file)[kind] ?? {}) as Record<string, string>)) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('leaves nothing for later in a comment, and no test aside', () => {
    const later = new RegExp(`\\b(?:${['TO', 'DO|FIX', 'ME|X', 'XX'].join('')})\\b`);
    const aside = /\b(?:describe|it|test)\.(?:only|skip)\b|\bx(?:it|describe)\(|\bf(?:it|describe)\(/;
    expect(code.filter((file) => later.test(text(file)))).toEqual([]);
    expect(code.filter((file) => /\.(spec|e2e)\.ts$/.test(file) && aside.test(text(file)))).toEqual([]);
  });

  it('keeps bulk data out: no table of organisations or of people is committed', () => {
    expect(files.filter((file) => /\.(csv|parquet|xlsx?|sql\.gz|dump)$/.test(file) && text(file).length > 20_000)).toEqual([]);
  });

  it('keeps half of its files within forty lines', () => {
    const sizes = code.filter((file) => /^(apps|libs)\/.*(?<!\.spec)\.ts$/.test(file)).map((file) => text(file).trimEnd().split('\n').length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(40);
  });

  it('links to files that exist', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => [...text(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => ({ file, target: target! })))
      .filter(({ file, target }) => !existsSync(join(file, '..', target)));
    expect(broken).toEqual([]);
  });
});
