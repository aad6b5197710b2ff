import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Embedded {
  readonly adopted: boolean;
  url(): string;
  stop(): void;
}

export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Stops the database if this command started it. */
  stop(): void;
}

/** The installation a command works on: the one the variables name, else the local one under DATA_DIR, started if it does not run. `readOnly` makes no master key. */
export async function environment({ given = process.env, readOnly = false }: { readonly given?: Readonly<Record<string, string | undefined>>; readonly readOnly?: boolean } = {}): Promise<Environment> {
  const dataDir = resolve(given['DATA_DIR'] || '.data');
  const variables: Record<string, string | undefined> = { ...given, DATA_DIR: dataDir };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!readOnly) variables['MASTER_KEY'] ||= localKey(resolve(dataDir, 'master.key'));
  if (variables['DATABASE_URL']) return { variables, stop: () => undefined };
  // The compiled command and the plain script do not lie in the same tree: both start from the root.
  const { embeddedPostgres } = (await import(pathToFileURL(resolve('tools/embedded-postgres.mjs')).href)) as { embeddedPostgres(folder: string): Promise<Embedded> };
  const postgres = await embeddedPostgres(dataDir);
  variables['DATABASE_URL'] = postgres.url();
  return { variables, stop: () => (postgres.adopted ? undefined : postgres.stop()) };
}

const localKey = (file: string): string => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
};
