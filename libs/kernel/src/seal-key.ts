import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The Ed25519 key that signs seals and exported histories: a PEM file outside the database, made when absent. @throws Error when the file holds something else */
export function openSealKey(file: string): KeyObject {
  if (!existsSync(file)) make(file);
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the seal key is not an Ed25519 key');
  return key;
}

/** The public half, to verify with, from either half in PEM; never makes a key. @throws Error when the file is absent or holds something else */
export function readVerifyKey(file: string): KeyObject {
  if (!existsSync(file)) throw new Error(`there is no key at ${file}`);
  let key: KeyObject | null = null;
  try {
    key = createPublicKey(readFileSync(file));
  } catch {
    // Told below like any other file that is not the key.
  }
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`${file} does not hold an Ed25519 key in PEM`);
  return key;
}

/** Written aside, then put in place whole: of two processes that start together one wins, and neither reads half a key. */
function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}
