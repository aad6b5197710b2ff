import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

export interface BenchServer {
  /** Address of a new, empty database. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

type Embedded = { embeddedPostgres(folder: string): Promise<{ url(database?: string): string; stop(): void }> };

/** A server of its own, set as in production: what is written is on the disk when it is acknowledged. */
export async function benchServer(): Promise<BenchServer> {
  const { embeddedPostgres } = (await import(pathToFileURL(resolve('tools/embedded-postgres.mjs')).href)) as Embedded;
  const folder = mkdtempSync(join(tmpdir(), 'plateforme-bench-'));
  const server = await embeddedPostgres(folder);
  return {
    async database(name) {
      const client = new pg.Client({ connectionString: server.url() });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return server.url(name);
    },
    async stop() {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
