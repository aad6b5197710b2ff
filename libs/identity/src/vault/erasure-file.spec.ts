import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type Erasure, ErasureFile } from './erasure-file.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'plateforme-erasures-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const erasure = (): Erasure => ({ person: newId(), at: '2026-03-10T09:00:00.000Z', reason: 'request' });

describe('The ledger of erasures outside the databases', () => {
  it('holds one line per person, ids and codes only, in a folder it makes', () => {
    const path = join(folder, 'made', 'erasures.log');
    const [one, two] = [erasure(), erasure()];
    new ErasureFile(path).append([one, two]);
    expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`);
  });

  it('sees what another process has written since', () => {
    const [mine, theirs] = [new ErasureFile(join(folder, 'shared.log')), new ErasureFile(join(folder, 'shared.log'))];
    expect(mine.all().size).toBe(0);
    const [one, two] = [erasure(), erasure()];
    theirs.append([one]);
    expect([...mine.all().keys()]).toEqual([one.person]);
    theirs.append([two]);
    expect([...mine.all().keys()]).toEqual([one.person, two.person]);
  });

  it('is not spoilt by a line that a crash has cut', () => {
    const path = join(folder, 'cut.log');
    const [whole, cut, next] = [erasure(), erasure(), erasure()];
    writeFileSync(path, `${JSON.stringify(whole)}\n`);
    appendFileSync(path, JSON.stringify(cut).slice(0, 60));
    const file = new ErasureFile(path);
    file.append([next]);
    expect([...file.all().keys()]).toEqual([whole.person, next.person]);
  });
});
