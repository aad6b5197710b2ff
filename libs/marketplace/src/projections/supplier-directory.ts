import { Injectable } from '@nestjs/common';
import { Clock, Database, type Day, type Id, isId } from '#kernel';
import { perimeterOf } from '#reference';
import { MarketplaceQueries, type MatchCriteria, type NeedSummary, type SupplierPlace, type Targeted } from '../contract.js';
import { matches, type NeedToMatch } from '../domain/matching.js';
import { columns } from './columns.js';
import { needSummary, targetedSupplier } from './need-summary.js';
import { SupplierEntity, type SupplierRow } from './supplier.row.js';

const COLUMNS = columns(SupplierEntity, 's');
const MATCHED = `s.id, s.name, s.kind, s.post_code as "postCode", s.city, s.department, s.region, s.lat, s.lon, s.activities, s.contact_id is not null as reachable`;

export interface SupplierCard {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly city: string;
}

type MatchedRow = SupplierCard & Pick<SupplierRow, 'postCode' | 'department' | 'region' | 'lat' | 'lon' | 'activities'> & { readonly reachable: boolean };

const placeOf = ({ id, kind, department }: SupplierRow): SupplierPlace => ({ supplierId: id, supplierKind: kind, supplierDepartment: department });

@Injectable()
export class SupplierDirectory extends MarketplaceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  one(id: Id): Promise<SupplierRow | null> {
    return isId(id) ? this.database.one<SupplierRow>(`select ${COLUMNS} from read.marketplace_supplier s where s.id = $1`, [id]) : Promise.resolve(null);
  }

  async cards(ids: readonly Id[]): Promise<ReadonlyMap<Id, SupplierRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<SupplierRow>(`select ${COLUMNS} from read.marketplace_supplier s where s.id = any($1::uuid[])`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  sentBackBy(day: Day, limit: number): Promise<readonly { readonly id: Id; readonly sentBackOn: Day }[]> {
    return this.database.rows(`select n.id, n.sent_back_on as "sentBackOn" from read.marketplace_need n where n.status = 'draft' and n.sent_back_on <= $1::date order by n.sent_back_on, n.id limit $2`, [day, limit]);
  }

  summary(id: Id): Promise<NeedSummary | null> {
    return needSummary(this.database, id, this.clock.today());
  }

  targeted(needId: Id, supplierId: Id): Promise<Targeted | null> {
    return targetedSupplier(this.database, needId, supplierId);
  }

  async place(id: Id): Promise<SupplierPlace | null> {
    const row = await this.one(id);
    return row && !row.delisted ? placeOf(row) : null;
  }

  async reachable(id: Id): Promise<SupplierPlace | null> {
    const row = await this.one(id);
    return row?.contactId && !row.delisted ? placeOf(row) : null;
  }

  async contactsOf(accountId: Id): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ readonly id: Id }>('select s.id from read.marketplace_supplier s where s.contact_by = $1::uuid order by s.id', [accountId]);
    return rows.map(({ id }) => id);
  }

  async needContactsOf(accountId: Id): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ readonly id: Id }>('select n.id from read.marketplace_need n where n.contact_by = $1::uuid order by n.id', [accountId]);
    return rows.map(({ id }) => id);
  }

  /** Sectors and kinds are sieved by the database, the rest is the domain's word. */
  async matching({ criteria, wholeFrance, place }: { readonly criteria: MatchCriteria; readonly wholeFrance: boolean; readonly place: string | null }): Promise<readonly (SupplierPlace & SupplierCard)[]> {
    const need: NeedToMatch = { ...criteria, wholeFrance, location: place ? perimeterOf(place) : null, perimeters: criteria.perimeters.flatMap((code) => perimeterOf(code) ?? []) };
    const rows = await this.database.rows<MatchedRow>(
      `select ${MATCHED} from read.marketplace_supplier s
        where s.contact_id is not null and not s.delisted and (cardinality($1::text[]) = 0 or s.sectors && $1::text[]) and (cardinality($2::text[]) = 0 or s.kind = any($2::text[])) order by s.name, s.id`,
      [need.sectors, need.supplierKinds],
    );
    return rows.filter((row) => matches(need, row)).map(({ id, name, kind, city, department }) => ({ id, name, kind, city, supplierId: id, supplierKind: kind, supplierDepartment: department }));
  }
}
