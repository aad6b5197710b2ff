import { once } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';

/** The part of pg's connection a COPY of one's own uses; it has no public type. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

/** As fast as the server takes it: what is made next is made while it writes. */
async function send(connection: Wire, chunks: Iterable<Buffer>): Promise<void> {
  for (const chunk of chunks) {
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
}

/** COPY … FROM STDIN: the quickest way into PostgreSQL. */
export const copyIn = (client: pg.ClientBase, text: string, chunks: Iterable<Buffer>): Promise<void> =>
  new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const query = {
      submit: (connection: Wire) => connection.query(text),
      handleCopyInResponse(connection: Wire) {
        send(connection, chunks).then(
          () => connection.endCopyFrom(),
          (error: Error) => {
            failure = error;
            connection.sendCopyFail('not all of it could be made');
          },
        );
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      handleError(error: Error) {
        failure ??= error;
        reject(failure);
      },
    };
    client.query(query as unknown as pg.Submittable);
  });

/** A field of COPY's text format. */
export const copyField = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t') : text;
