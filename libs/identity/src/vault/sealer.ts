import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Id } from '#kernel';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV = 12;
const TAG = 16;

const encrypt = (key: Buffer, clear: Buffer, bound: string): Buffer => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
};

const decrypt = (key: Buffer, sealed: Buffer, bound: string): Buffer => {
  if (sealed[0] !== FORMAT) throw new Error('sealed data is of an unknown format');
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + IV)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]);
};

/**
 * The only place where personal data is closed and opened. One data key per person, wrapped by the master key:
 * deleting the wrapped key makes every copy of the person's data, backups included, unreadable.
 * What is sealed is bound to its owner and purpose, so that a row copied onto another does not open.
 */
export class Sealer {
  readonly #wrapping: Buffer;
  readonly #hashing: Buffer;

  constructor(masterKey: string) {
    const master = Buffer.from(masterKey, 'base64');
    if (master.length !== 32) throw new Error('the master key must be 32 bytes in base64');
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, 'identity', use, 32));
    this.#wrapping = derive('wrap');
    this.#hashing = derive('lookup');
  }

  newKey(person: Id): { readonly key: Buffer; readonly wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: encrypt(this.#wrapping, key, `key:${person}`) };
  }

  unwrap(person: Id, wrapped: Buffer): Buffer {
    return decrypt(this.#wrapping, wrapped, `key:${person}`);
  }

  seal(key: Buffer, bound: string, value: unknown): Buffer {
    return encrypt(key, Buffer.from(JSON.stringify(value)), bound);
  }

  open<T>(key: Buffer, bound: string, sealed: Buffer): T {
    return JSON.parse(decrypt(key, sealed, bound).toString()) as T;
  }

  /** Keyed hash: finds a value without keeping it, and cannot be tried out by who only has the table. */
  lookup(kind: string, value: string): Buffer {
    return createHmac('sha256', this.#hashing).update(`${kind}\0${value}`).digest();
  }
}
