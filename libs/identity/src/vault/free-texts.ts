import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Id } from '#kernel';
import type { WantedText } from '../contract.js';
import { DataKeys } from './data-keys.js';
import { Sealer } from './sealer.js';

export interface FreeText {
  readonly id: Id;
  readonly person: Id;
  readonly text: string;
}
type KeptText = Omit<FreeText, 'text'> & { readonly organisation: Id | null; readonly sealed: Buffer };

/** Texts kept before organisations were noted have none. */
const belongs = (text: KeptText, wanted: WantedText): boolean =>
  'person' in wanted ? text.person === wanted.person : text.organisation === null || text.organisation === wanted.organisation;
const bound = (id: Id, person: Id) => `text:${id}:${person}`;

/** Messages and answers written by people to or about a person: sealed with that person's key, gone with it. */
@Injectable()
export class FreeTexts {
  constructor(
    private readonly database: Database,
    private readonly keys: DataKeys,
    private readonly sealer: Sealer,
  ) {}

  /** The same id twice keeps the first text. Nothing is kept for somebody who has been erased. */
  async keep(texts: readonly (FreeText & { readonly kind: string; readonly at: string; readonly by: Pick<Actor, 'id' | 'organisation'> })[]): Promise<void> {
    const keys = await this.keys.of([...new Set(texts.map(({ person }) => person))]);
    const sealed = texts.flatMap((each) => {
      const key = keys.get(each.person);
      return key ? [{ ...each, sealed: this.sealer.seal(key, bound(each.id, each.person), each.text) }] : [];
    });
    await this.database.run(
      `with present as (select id from identity.person where id = any($2::uuid[]) for key share)
       insert into identity.free_text (id, person, kind, sealed, written_at, by_account, by_organisation)
       select words.* from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::timestamptz[], $6::uuid[], $7::uuid[])
         as words (id, person, kind, sealed, written_at, by_account, by_organisation)
         join present on present.id = words.person on conflict (id) do nothing`,
      [
        sealed.map(({ id }) => id),
        sealed.map(({ person }) => person),
        sealed.map(({ kind }) => kind),
        sealed.map((each) => each.sealed),
        sealed.map(({ at }) => at),
        sealed.map(({ by }) => by.id),
        sealed.map(({ by }) => by.organisation),
      ],
    );
  }

  /** The sealed row goes; a text of somebody else stays. */
  async forget(id: Id, person: Id): Promise<void> {
    await this.database.run('delete from identity.free_text where id = $1 and person = $2', [id, person]);
  }

  /** Only those that belong to whom the caller says, and of the kind it says: an id that leads to other words leads nowhere. */
  async read(wanted: readonly WantedText[], kind: string | null = null): Promise<readonly FreeText[]> {
    if (wanted.length === 0) return [];
    const kept = await this.database.rows<KeptText>(
      `select id, person, by_organisation as organisation, sealed from identity.free_text where id = any($1::uuid[]) and ($2::text is null or kind = $2)`,
      [[...new Set(wanted.map(({ id }) => id))], kind],
    );
    const rows = kept.filter((row) => wanted.some((each) => each.id === row.id && belongs(row, each)));
    const keys = await this.keys.of([...new Set(rows.map(({ person }) => person))]);
    return rows.flatMap(({ id, person, sealed }) => {
      const key = keys.get(person);
      return key ? [{ id, person, text: this.sealer.open<string>(key, bound(id, person), sealed) }] : [];
    });
  }
}
