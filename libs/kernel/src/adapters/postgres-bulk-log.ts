import pg from 'pg';
import type { SealedEvent } from '../codec.js';
import type { Id } from '../ids.js';
import { copyField, copyIn } from './postgres-copy-in.js';
import { forMuch } from './postgres-connection.js';

/** An event whose place in the log its writer knows. */
export interface PlacedEvent extends SealedEvent {
  readonly stream: string;
  readonly position: number;
  /** Epoch milliseconds. */
  readonly recorded: number;
}

const COLUMNS = 'position, recorded, id, revision, version, stream, type, data, meta';
const CHUNK = 2_000;

const line = ({ position, recorded, id, revision, version, stream, type, data, meta }: PlacedEvent): string =>
  `${position}\t${recorded}\t${id}\t${revision}\t${version}\t${copyField(stream)}\t${type}\t${copyField(data)}\t${copyField(meta)}\n`;

function* chunksOf(events: readonly PlacedEvent[]): Generator<Buffer> {
  for (let from = 0; from < events.length; from += CHUNK) yield Buffer.from(events.slice(from, from + CHUNK).map(line).join(''));
}

/**
 * Writes whole stretches of the log at once, for histories made beforehand. Nobody else can append while it is open: it holds the
 * appenders' lock. A stretch is written whole or not at all.
 */
export class PostgresBulkLog {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<PostgresBulkLog> {
    const client = new pg.Client({ connectionString: forMuch(url), keepAlive: true, application_name: 'event-store load' });
    client.on('error', () => {});
    await client.connect();
    await client.query('select pg_advisory_lock(4711)');
    return new PostgresBulkLog(client);
  }

  /** The last event written, or null. */
  async head(): Promise<{ readonly position: number; readonly recorded: number; readonly id: Id } | null> {
    const { rows } = await this.client.query<{ position: string; recorded: string; id: Id }>('select position, recorded, id from es.events order by position desc limit 1');
    const last = rows[0];
    return last ? { position: Number(last.position), recorded: Number(last.recorded), id: last.id } : null;
  }

  /** The event at a position, as it is chained. */
  async at(position: number): Promise<{ readonly id: Id; readonly meta: string } | null> {
    const { rows } = await this.client.query<{ id: Id; meta: string }>('select id, meta::text as meta from es.events where position = $1', [position]);
    return rows[0] ?? null;
  }

  /** Events that follow the head without a hole, in recorded order. */
  async write(events: readonly PlacedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    await this.client.query('begin');
    try {
      await copyIn(this.client, `copy es.events (${COLUMNS}) from stdin`, [...chunksOf(events)]);
      await this.client.query(`select setval(pg_get_serial_sequence('es.events', 'position'), $1)`, [last.position]);
      await this.client.query('commit');
    } catch (error) {
      await this.client.query('rollback').catch(() => {});
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.query('notify es_events').catch(() => {});
    await this.client.end();
  }
}
