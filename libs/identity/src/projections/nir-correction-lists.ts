import { Injectable } from '@nestjs/common';
import { Database, type Day, type Id } from '#kernel';
import { HandledCorrections } from '../contract.js';
import { NirCorrectionEntity, type NirCorrectionRow } from './nir-correction.js';

export const CORRECTIONS_PAGE = 20;
export type Wanted = 'pending' | 'handled';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = Object.keys(NirCorrectionEntity.properties)
  .map((name) => `c.${snake(name)} as "${name}"`)
  .join(', ');
/** A request about somebody who was erased meanwhile waits for nobody. */
const CONDITION: Readonly<Record<Wanted, string>> = {
  pending: `c.state = 'pending' and exists (select 1 from identity.person p where p.id = c.candidate_id)`,
  handled: `c.state <> 'pending'`,
};
const ORDER: Readonly<Record<Wanted, string>> = { pending: 'c.requested_at, c.id', handled: 'c.handled_on desc, c.requested_at desc, c.id' };

@Injectable()
export class NirCorrectionLists extends HandledCorrections {
  constructor(private readonly database: Database) {
    super();
  }

  /** Those that wait, the oldest first; those that were handled, the latest first. */
  async page(wanted: Wanted, page: number): Promise<{ readonly total: number; readonly rows: readonly NirCorrectionRow[] }> {
    const from = `from read.identity_nir_correction c where ${CONDITION[wanted]}`;
    const [count, rows] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*)::int as total ${from}`),
      this.database.rows<NirCorrectionRow>(`select ${COLUMNS} ${from} order by ${ORDER[wanted]} limit ${CORRECTIONS_PAGE} offset $1`, [(page - 1) * CORRECTIONS_PAGE]),
    ]);
    return { total: count?.total ?? 0, rows };
  }

  one(id: Id): Promise<NirCorrectionRow | null> {
    return this.database.one<NirCorrectionRow>(`select ${COLUMNS} from read.identity_nir_correction c where c.id = $1`, [id]);
  }

  async candidateOf(id: Id): Promise<Id | null> {
    return (await this.one(id))?.candidateId ?? null;
  }

  until(day: Day, limit: number): Promise<readonly { readonly id: Id; readonly handledOn: Day }[]> {
    return this.database.rows(
      `select c.id, c.handled_on as "handledOn" from read.identity_nir_correction c where not c.forgotten and c.handled_on <= $1 order by c.handled_on, c.id limit $2`,
      [day, limit],
    );
  }
}
