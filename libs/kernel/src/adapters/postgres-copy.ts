import type { Socket } from 'node:net';
import type pg from 'pg';

/** The part of pg's connection a query of one's own uses; it has no public type. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
}

/** Pages that wait for their reader before the server is asked to hold back. */
const AHEAD = 2;

/**
 * COPY … TO STDOUT, cut into pages: the quickest way out of PostgreSQL, because the server goes on while the reader works.
 * `read` is given each row while its buffer is valid. A reader who leaves early takes the connection down with him.
 */
export async function* copyOut<T>(client: pg.ClientBase, text: string, pageSize: number, read: (row: Buffer) => T): AsyncGenerator<readonly T[]> {
  const pages: T[][] = [];
  let page: T[] = [];
  let socket: Socket | null = null;
  let ended = false;
  let failure: Error | null = null;
  let wake = () => {};
  const query = {
    submit(connection: Wire) {
      socket = connection.stream;
      connection.query(text);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      page.push(read(chunk));
      if (page.length < pageSize) return;
      pages.push(page);
      page = [];
      if (pages.length >= AHEAD) socket?.pause();
      wake();
    },
    handleCommandComplete() {},
    handleReadyForQuery() {
      if (page.length > 0) pages.push(page);
      ended = true;
      wake();
    },
    handleError(error: Error) {
      failure = error;
      wake();
    },
  };
  client.query(query as unknown as pg.Submittable);
  try {
    for (;;) {
      while (pages.length === 0 && !ended && !failure) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure as Error;
      const next = pages.shift();
      if (!next) return;
      if (pages.length < AHEAD) (socket as Socket | null)?.resume();
      yield next;
    }
  } finally {
    if (!ended) (socket as Socket | null)?.destroy();
  }
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The fields of a row, without the line break at its end. */
export function fieldsOf(row: Buffer): string[] {
  const text = row.toString('utf8', 0, row.length - 1);
  const fields = text.split('\t');
  return text.includes('\\') ? fields.map((field) => (field.includes('\\') ? field.replace(/\\(.)/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped) : field)) : fields;
}
