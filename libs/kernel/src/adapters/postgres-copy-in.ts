import type pg from 'pg';

/** The part of pg's connection a COPY of one's own uses; it has no public type. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN: the quickest way into PostgreSQL. */
export const copyIn = (client: pg.ClientBase, text: string, chunks: readonly Buffer[]): Promise<void> =>
  new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const query = {
      submit: (connection: Wire) => connection.query(text),
      handleCopyInResponse(connection: Wire) {
        for (const chunk of chunks) connection.sendCopyFromChunk(chunk);
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      handleError(error: Error) {
        failure = error;
        reject(error);
      },
    };
    client.query(query as unknown as pg.Submittable);
  });

/** A field of COPY's text format. */
export const copyField = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t') : text;
