import { Injectable } from '@nestjs/common';
import { Clock, Database, type Id } from '#kernel';
import { PersonSearch } from './person-search.js';
import { Vault } from './vault.js';

const PAGE = 2_000;

/** Fills the name index again from the vault when a crash has emptied it. */
@Injectable()
export class SearchRefill {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly search: PersonSearch,
    private readonly clock: Clock,
  ) {}

  async needed(): Promise<boolean> {
    return !(await this.search.isFull());
  }

  /** How many people were indexed; 0 when nothing was missing. Two processes at once do the same work twice, harmlessly. */
  async run(): Promise<number> {
    if (!(await this.needed())) return 0;
    let [after, done] = ['00000000-0000-0000-0000-000000000000' as Id, 0];
    for (;;) {
      const page = await this.database.rows<{ id: Id }>(`select id from identity.person where id > $1 order by id limit ${PAGE}`, [after]);
      if (page.length === 0) break;
      const people = await this.vault.readMany(page.map(({ id }) => id));
      await this.search.fill([...people.values()]);
      after = page.at(-1)!.id;
      done += people.size;
    }
    await this.search.markFull(new Date(this.clock.now()).toISOString());
    return done;
  }
}
