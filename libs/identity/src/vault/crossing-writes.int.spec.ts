import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Id, newId } from '#kernel';
import { commandBy, type TestApp } from '#testing';
import { Candidates } from '../application/candidates.js';
import type { CandidateFile } from '../domain/candidate-file.js';
import { Vault } from './vault.js';
import { openVault, prescriber, registerIn } from './vault-people.fixture.js';

let app: TestApp;
const register = registerIn(() => app);

beforeAll(async () => {
  app = await openVault();
}, 60_000);
afterAll(() => app?.close());

describe('Writes that cross each other', () => {
  const changed = async (id: Id, phone: string) => {
    const { version, document } = (await app.get(Vault).read(id))!;
    await app.get(Vault).change({ id, version, document: { ...document, phone }, fields: ['phone'], by: prescriber, command: newId(), at: new Date().toISOString() });
    return (await app.get(Vault).read<CandidateFile>(id))!;
  };

  it('leave to be told a version that came while the one before it was being told', async () => {
    const id = await register();
    const second = await changed(id, '0600000001');
    const third = await changed(id, '0600000002');
    await app.get(Candidates).announce(second, { ...commandBy(prescriber), command: second.command });
    expect(await app.get(Vault).confirm(id)).toBe(true);
    expect((await app.get(Vault).read(id))!.state).toBe('changed');
    await app.get(Candidates).announce(third, { ...commandBy(prescriber), command: third.command });
    expect((await app.get(Vault).read(id))!.state).toBe('confirmed');
  });

  it('leave the key of somebody whom the second of two same forms registers while the first one fails', async () => {
    const vault = app.get(Vault);
    const { document } = (await vault.read(await register()))!;
    const twin = { id: newId(), kind: 'candidate' as const, document: { ...document, nir: null, email: null }, by: prescriber, command: newId(), at: new Date().toISOString() };
    jest.spyOn(vault as unknown as { keep(): Promise<void> }, 'keep').mockImplementationOnce(() => Promise.reject(new Error('connection lost')));
    const looking = jest.spyOn(vault, 'exists').mockResolvedValueOnce(false);
    // It is there just after the first has looked.
    looking.mockImplementationOnce(async () => {
      await vault.reserve(twin);
      return false;
    });
    await expect(vault.reserve(twin)).rejects.toThrow('connection lost');
    expect((await vault.read(twin.id))?.document).toMatchObject({ lastName: (document as CandidateFile).lastName });
    jest.restoreAllMocks();
  });
});
