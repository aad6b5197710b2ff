import { createHash, createPublicKey, sign, verify, type Hash, type KeyObject } from 'node:crypto';
import { stripHash } from './chain.js';
import type { StoredEvent } from './event-store.js';
import type { Checkpoint } from './events.js';

/** What was in the log at a moment, signed: seal n covers every event since seal n − 1, and through its digest all earlier ones. */
export interface Seal {
  readonly number: number;
  /** Of the last event covered. */
  readonly checkpoint: Checkpoint;
  readonly position: number;
  /** Events covered since the seal before. */
  readonly events: number;
  /** SHA-256 (hex) over the digest before and the hash of each event covered, in log order. */
  readonly digest: string;
  /** Ed25519 (base64) over all of the above. */
  readonly signature: string;
}

/** The digest before the first seal. */
export const NO_DIGEST = '';

/** Gathers what the next seal covers. */
export class SealDigest {
  readonly #hash: Hash;
  events = 0;

  constructor(before: string) {
    this.#hash = createHash('sha256').update(`${before}\n`);
  }

  add(event: StoredEvent): void {
    this.#hash.update(`${stripHash(event.meta)?.hash ?? ''}\n`);
    this.events++;
  }

  close(): string {
    return this.#hash.digest('hex');
  }
}

const signed = ({ number, checkpoint, position, events, digest }: Omit<Seal, 'signature'>): Buffer => Buffer.from(JSON.stringify([number, checkpoint, position, events, digest]));

export const signSeal = (seal: Omit<Seal, 'signature'>, key: KeyObject): Seal => ({ ...seal, signature: sign(null, signed(seal), key).toString('base64') });

/** With the private or the public half. */
export const isSignedBy = (seal: Seal, key: KeyObject): boolean =>
  verify(null, signed(seal), key.type === 'private' ? createPublicKey(key) : key, Buffer.from(seal.signature, 'base64'));
