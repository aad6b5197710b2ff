import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The server's own codes have five characters, of which one at least is a digit; a broken socket says EPIPE. */
const FROM_THE_SERVER = /^(?=.*\d)[0-9A-Z]{5}$/;

/** True when the server went away, as opposed to a statement it refused: the same work may be tried again on a new connection. */
export const isDisconnection = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code !== 'string' || !FROM_THE_SERVER.test(code) || /^(08|57P|53300)/.test(code);
};

/**
 * The address for whoever moves much at once. A socket holds 200 kB: less than this process takes while it works, so that the server would stand still.
 * TCP holds megabytes. Another address only where both are named: `postgres://127.0.0.1:5432/app?host=/folder/of/the/socket`.
 */
export function forMuch(address: string): string {
  const url = new URL(address);
  if (!url.hostname || !url.searchParams.get('host')?.startsWith('/')) return address;
  url.searchParams.delete('host');
  return url.toString();
}

/** 10 ms, 20 ms… up to 1 s, with jitter so that processes do not come back in step. */
export const backoff = (attempt: number): number => Math.min(1000, 10 * 2 ** attempt) * (0.5 + Math.random() / 2);

/** Repeats work that failed because the server was away, until it answers or the time is up. */
export async function untilConnected<T>(work: () => Promise<T>, patienceMs: number, stop: () => boolean = () => false): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isDisconnection(error) || stop() || Date.now() > deadline) throw error;
      await sleep(backoff(attempt));
    }
  }
}

/** One connection kept for one use, opened when needed and again after it broke. */
export class DedicatedConnection {
  #client: Promise<pg.Client> | null = null;
  #open: pg.Client | null = null;

  constructor(
    private readonly url: string,
    private readonly prepare: (client: pg.Client) => Promise<unknown> = async () => {},
    private readonly onLost: () => void = () => {},
    private readonly options: pg.ClientConfig = {},
  ) {}

  get(): Promise<pg.Client> {
    return (this.#client ??= this.#connect());
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.options, connectionString: this.url, keepAlive: true, application_name: 'event-store' });
    const lost = () => {
      if (this.#open !== client) return;
      this.#open = null;
      this.#client = null;
      this.onLost();
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      await this.prepare(client);
      this.#open = client;
      return client;
    } catch (error) {
      this.#client = null;
      void client.end().catch(() => {});
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = this.#open = null;
    await client?.then((open) => open.end()).catch(() => {});
  }
}
