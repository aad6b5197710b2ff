import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A state many suites start from: prepared once per run, then cloned in milliseconds. */
export interface Template {
  readonly name: string;
  prepare(url: string): Promise<void>;
}

const server = (): string => {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('no test server: integration tests are named *.int.spec.ts and run in the jest project "integration"');
  return url;
};

export const databaseUrl = (name: string): string => {
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.toString();
};

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const create = (client: pg.Client, name: string, template: string) => client.query(`create database "${name}" template "${template}" strategy file_copy`);

/** Two test processes may ask for the same template at once: the advisory lock lets one prepare it while the other waits. */
async function templateDatabase(client: pg.Client, template: Template): Promise<string> {
  const name = `template_${template.name}`;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists "${draft}" with (force)`);
    await create(client, draft, 'template0');
    await template.prepare(databaseUrl(draft));
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft]);
    await client.query(`alter database "${draft}" rename to "${name}"`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** An empty database of its own, or a clone of a prepared one. */
export async function freshDatabase(template?: Template): Promise<FreshDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asOwner(async (client) => create(client, name, template ? await templateDatabase(client, template) : 'template0'));
  return {
    url: databaseUrl(name),
    drop: () => asOwner(async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
  };
}
