import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { stripHash } from '../chain.js';
import type { Database } from '../database.js';
import type { EventStore } from '../event-store.js';
import { openSealKey } from '../seal-key.js';
import { Sealer } from '../sealer.js';
import { isSignedBy, NO_DIGEST, type Seal } from '../seals.js';

export type { Seal };

/** A seal with what is needed to compute it again without the log. */
export interface SealProof extends Seal {
  /** Digest of the seal before. */
  readonly before: string;
  /** The hash of each event the seal covers, in log order; null when there are too many to hand over. */
  readonly hashes: readonly string[] | null;
}

/** The events of a busy minute; a seal made after an import covers more, and only the audit of the log can compute it again. */
const MAX_HASHES = 5_000;

/** Vouches for extracts of the log: signs them with the seal key, and says which seals cover their events. */
export class Notary {
  #key: KeyObject | null = null;
  #sealer: Promise<Sealer> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly keyFile: string | undefined,
    private readonly sealsFile?: string | undefined,
  ) {}

  /** SPKI in PEM, to be published: whoever has it can verify. */
  publicKey(): string {
    return createPublicKey(this.#private()).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** SHA-256 (hex) of the public key: short enough to be compared by eye. */
  fingerprint(): string {
    return createHash('sha256').update(createPublicKey(this.#private()).export({ type: 'spki', format: 'der' })).digest('hex');
  }

  /** Ed25519, base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#private()).toString('base64');
  }

  /** The last seal, for others to keep: it says how much there was. */
  async lastSeal(): Promise<Seal | null> {
    return (await this.#open()).last();
  }

  /** The seals over these positions, after sealing what is not sealed yet. @throws Error when the seals were made with another key */
  async covering(positions: readonly number[]): Promise<readonly SealProof[]> {
    await (await this.#open()).seal();
    const seals = await this.database.rows<Seal & { readonly start: string | null; readonly before: string }>(
      `select s.number, s.checkpoint, s.position, s.events, s.digest, s.signature, b.checkpoint as start, coalesce(b.digest, '${NO_DIGEST}') as before
       from runtime.seal s left join runtime.seal b on b.number = s.number - 1
       where s.number in (select (select number from runtime.seal where position >= p order by position limit 1) from unnest($1::bigint[]) p) order by s.number`,
      [positions],
    );
    const last = seals.at(-1);
    if (last && !isSignedBy(last, this.#private())) throw new Error('the last seal was made with another key than SEAL_KEY_FILE');
    return Promise.all(seals.map(async ({ start, ...seal }) => ({ ...seal, hashes: seal.events > MAX_HASHES ? null : await this.#hashes(start, seal) })));
  }

  async #hashes(start: string | null, { checkpoint, events }: Seal): Promise<string[]> {
    const hashes: string[] = [];
    for await (const page of this.store.pages(start, Math.max(1, events)))
      for (const event of page) {
        if (this.store.compare(event.checkpoint, checkpoint) > 0) return hashes;
        hashes.push(stripHash(event.meta)?.hash ?? '');
      }
    return hashes;
  }

  #open(): Promise<Sealer> {
    this.#sealer ??= (async () => {
      const sealer = new Sealer(this.store, this.database, this.#private(), this.sealsFile);
      await sealer.open();
      return sealer;
    })();
    return this.#sealer;
  }

  #private(): KeyObject {
    if (this.keyFile === undefined) throw new Error('SEAL_KEY_FILE is not set: nothing can be signed');
    return (this.#key ??= openSealKey(this.keyFile));
  }
}
