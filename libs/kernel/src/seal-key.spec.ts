import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSealKey, readVerifyKey } from './seal-key.js';

describe('the key seals are verified with', () => {
  let folder: string;
  const at = (name: string, content?: string): string => {
    if (content !== undefined) writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const pem = (key: ReturnType<typeof createPublicKey>): string => key.export({ type: 'spki', format: 'pem' }).toString();
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'plateforme-key-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is never made: a verification with a new key would call every seal forged', () => {
    expect(() => readVerifyKey(at('absent.key'))).toThrow('there is no key at');
    expect(existsSync(at('absent.key'))).toBe(false);
  });

  it('is read from the private half or from the published one', () => {
    const published = pem(createPublicKey(openSealKey(at('seal.key'))));
    expect(pem(readVerifyKey(at('seal.key')))).toBe(published);
    expect(pem(readVerifyKey(at('public.pem', published)))).toBe(published);
  });

  it('is not just any file', () => {
    expect(() => readVerifyKey(at('text', 'hello'))).toThrow('Ed25519');
    expect(() => readVerifyKey(at('rsa', pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)))).toThrow('Ed25519');
  });
});
