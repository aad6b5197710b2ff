import type { LaidOut } from '../domain/layout.js';

export interface Mail extends LaidOut {
  readonly to: { readonly name: string | null; readonly address: string };
  /** The same at every try: whoever receives it twice can tell. */
  readonly messageId: string;
  /** ISO instant. */
  readonly at: string;
}

/** What the server said: it took it, or not; for good, or for now; or nobody could be reached, which is no fault of the message. */
export type Handed = { readonly taken: true } | { readonly taken: false; readonly code: number | null; readonly forGood: boolean; readonly reached: boolean };

/** Hands mail over to a server. */
export abstract class Mailer {
  /** Without a server, messages wait. */
  abstract readonly ready: boolean;
  /** Never throws. */
  abstract hand(mail: Mail): Promise<Handed>;
}
