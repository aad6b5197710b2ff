import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('npm run import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plateforme-unreadable-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const saidOf = (file: string) => {
    const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', '--import', here('../../../../tests/support/typescript.mjs'), here('../import.ts'), 'companies', file], { encoding: 'utf8' });
    return { status, said: stderr.trimEnd().split('\n') };
  };

  it('says in one sentence that a file is missing, or is not the one it reads', () => {
    expect(saidOf(join(folder, 'missing.csv'))).toEqual({ status: 1, said: [expect.stringMatching(/^Nothing was imported: .*no such file.*missing\.csv/)] });
    const semicolons = join(folder, 'semicolons.csv');
    writeFileSync(semicolons, 'siret;kind;name\n00000000000018;ACI;Jardins Fictifs\n');
    expect(saidOf(semicolons)).toEqual({ status: 1, said: [expect.stringMatching(/^Nothing was imported: columns missing in .*semicolons\.csv: siret, kind/)] });
  }, 60_000);
});
