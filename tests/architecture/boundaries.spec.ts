import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly module: string; readonly resolved: string; readonly couldNotResolve: boolean }[] }[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

const root = resolve('.');
const config = join(root, '.dependency-cruiser.cjs');
const rules = (createRequire(import.meta.url)(config) as { forbidden: readonly { name: string }[] }).forbidden.map(({ name }) => name);

const cruise = (folder: string, ...places: readonly string[]): Cruise => {
  const args = [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', config, '--output-type', 'json', ...places];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })) as Cruise;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as Cruise;
  }
};

describe('the boundaries between contexts', () => {
  const planted = join(root, 'tests/architecture/planted');
  const { modules, summary } = cruise(planted, 'libs', 'apps', 'frontend');
  const expected = modules
    .filter(({ source }) => /^(libs|apps|frontend)\//.test(source))
    .flatMap(({ source }) => (/^\/\/ refused by: (.+)$/m.exec(readFileSync(join(planted, source), 'utf8'))?.[1]?.split(', ') ?? []).map((rule) => `${rule}: ${source}`));

  it('are seen to bite: each planted violation is refused by the rules it names, and nothing else is', () => {
    expect([...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort()).toEqual(expected.sort());
  });

  it('have no rule that was never seen to bite', () => {
    expect(rules.filter((rule) => !expected.some((line) => line.startsWith(`${rule}: `)))).toEqual([]);
  });

  it('see through the short names of libraries', () => {
    const { modules: real } = cruise(root, 'libs/kernel', 'libs/organisations', 'libs/hiring');
    const short = real.flatMap(({ dependencies }) => dependencies).filter(({ module }) => module.startsWith('#'));
    expect(short.length).toBeGreaterThan(50);
    expect(short.filter(({ resolved, couldNotResolve }) => couldNotResolve || !/^libs\/[^/]+\/src\/.+\.ts$/.test(resolved))).toEqual([]);
  });
});
