import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { contextOf } from '../api/context.js';
import { networkOf } from '../api/network.js';
import { Refusal } from '../refusal.js';

/** Several windows of several machines for one person; many offices behind one address; what one process holds without trouble. */
export const LIVE_LIMITS = { perAccount: 30, perAddress: 300, inAll: 5_000 };

/** Counts the streams this process holds open. An open stream costs memory as long as it lasts: whoever opens them without end is refused. */
@Injectable()
export class LivePlaces {
  readonly #held = new Map<string, number>();
  #all = 0;

  constructor(private readonly limits: typeof LIVE_LIMITS = LIVE_LIMITS) {}

  /** Takes a place and answers how to give it back, once. @throws Refusal `platform/too-many-streams` */
  take(account: string | null, address: string): () => void {
    const { perAccount, perAddress, inAll } = this.limits;
    const counted = [[`address ${address}`, perAddress] as const, ...(account ? [[`account ${account}`, perAccount] as const] : [])];
    if (this.#all >= inAll || counted.some(([who, most]) => (this.#held.get(who) ?? 0) >= most)) throw new Refusal('platform/too-many-streams');
    this.#add(1, counted);
    let held = true;
    return () => {
      if (held) this.#add(-1, counted);
      held = false;
    };
  }

  get open(): number {
    return this.#all;
  }

  #add(change: 1 | -1, counted: readonly (readonly [string, number])[]): void {
    this.#all += change;
    for (const [who] of counted) {
      const held = (this.#held.get(who) ?? 0) + change;
      if (held > 0) this.#held.set(who, held);
      else this.#held.delete(who);
    }
  }
}

/** Refuses before the stream begins, like any refusal of a stream; the place is given back when the connection ends, however it ends. */
@Injectable()
export class HasPlace implements CanActivate {
  constructor(private readonly places: LivePlaces) {}

  canActivate(context: ExecutionContext): boolean {
    const { actor, ip, reply } = contextOf(context);
    reply.raw.once('close', this.places.take(actor?.id ?? null, networkOf(ip)));
    return true;
  }
}
