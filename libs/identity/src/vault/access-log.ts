import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, type Id } from '#kernel';

interface Access {
  readonly at: string;
  readonly viewer: Id;
  readonly organisation: Id | null;
  readonly role: string;
  readonly purpose: string;
  readonly people: readonly Id[];
}
export interface Reader {
  readonly at: string;
  readonly viewer: Id;
  readonly organisation: Id | null;
  readonly role: string;
  readonly purpose: string;
}

const FLUSH_AFTER_MS = 250;
const FLUSH_AT = 500;
const ONCE_A_MINUTE = `select max(read_at) as at, viewer, organisation, role, purpose
  from identity.access where people @> array[$1::uuid] group by date_trunc('minute', read_at), viewer, organisation, role, purpose`;

/** Who read whose data, when and why. People see the readings of their own. */
@Injectable()
export class AccessLog implements BeforeApplicationShutdown {
  /** By what was read: the same list twice in one breath is one reading. */
  #waiting = new Map<string, Access>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A list: one entry, written within a quarter of a second. */
  list(viewer: Actor, purpose: string, people: readonly Id[]): void {
    const access = this.entry(viewer, purpose, people);
    if (!access) return;
    const { at: _, people: ids, ...who } = access;
    const same = [...Object.values(who), ...ids].join(' ');
    if (!this.#waiting.has(same)) this.#waiting.set(same, access);
    if (this.#waiting.size >= FLUSH_AT) void this.flush().catch(() => undefined);
    else this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), FLUSH_AFTER_MS).unref();
  }

  /** An opened file or a number looked up: written before anything is shown. */
  opened(viewer: Actor, purpose: string, person: Id): Promise<void> {
    return this.taken(viewer, purpose, [person]);
  }

  /** A list that leaves the platform: written before it is handed over. */
  async taken(viewer: Actor, purpose: string, people: readonly Id[]): Promise<void> {
    const access = this.entry(viewer, purpose, people);
    if (access) await this.write([access]);
  }

  /** Everything waiting is written when it resolves; what could not be is kept for the next attempt. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const next = this.#writing
      .catch(() => undefined)
      .then(async () => {
        const batch = this.#waiting;
        this.#waiting = new Map();
        try {
          await this.write([...batch.values()]);
        } catch (error) {
          this.#waiting = new Map([...this.#waiting, ...batch]);
          throw error;
        }
      });
    this.#writing = next;
    return next;
  }

  /** Readings of one person's data, newest first; what one gesture read several times within a minute counts once. */
  async of(
    person: Id,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly total: number; readonly items: readonly Reader[] }> {
    const [count, items] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*)::int as total from (${ONCE_A_MINUTE}) as readings`, [person]),
      this.database.rows<Reader>(
        `${ONCE_A_MINUTE} order by at desc, viewer, purpose limit $2 offset $3`,
        [person, page.limit, page.offset],
      ),
    ]);
    return { total: count?.total ?? 0, items };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private entry(viewer: Actor, purpose: string, people: readonly Id[]): Access | null {
    const others = people.filter((id) => id !== viewer.id);
    if (others.length === 0) return null;
    const { id, organisation, role } = viewer;
    return { at: new Date(this.clock.now()).toISOString(), viewer: id, organisation, role, purpose, people: others };
  }

  private async write(batch: readonly Access[]): Promise<void> {
    if (batch.length === 0) return;
    await this.database.run(
      `insert into identity.access (read_at, viewer, organisation, role, purpose, people)
       select (entry->>'at')::timestamptz, (entry->>'viewer')::uuid, (entry->>'organisation')::uuid, entry->>'role', entry->>'purpose',
              array(select jsonb_array_elements_text(entry->'people')::uuid)
       from jsonb_array_elements($1::jsonb) as entry`,
      [JSON.stringify(batch)],
    );
  }
}
