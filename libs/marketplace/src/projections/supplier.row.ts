import { defineEntity, p } from '@mikro-orm/core';
import type { Id } from '#kernel';
import type { Activity } from '../contract.js';

/** A supplier of the directory: what searching and matching look at, all activities together. */
export interface SupplierRow {
  readonly id: Id;
  readonly kind: string;
  /** Brand if set, else legal name. */
  readonly name: string;
  readonly siret: string;
  /** The name, as searching compares it. */
  readonly words: string;
  /** The legal name likewise, of a company that goes by its brand. */
  readonly legalWords: string | null;
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  readonly department: string;
  /** Code of a perimeter. */
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly presentation: string | null;
  readonly contactId: Id | null;
  readonly contactBy: Id | null;
  /** Out of the directory: found by no search, matched to no need. */
  readonly delisted: boolean;
  readonly activities: readonly Activity[];
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly string[];
  /** Every question of sector, service type and place that one of its activities answers; see `coverage`. */
  readonly covers: readonly string[];
  /** The widest range in kilometres around its address, and the rectangle that holds it; null without one or without a point. */
  readonly reach: number | null;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  /** Log position of the last change. */
  readonly changedAt: number;
}

const on = (name: string, expression: string) => ({ name, expression: `create index "${name}" on "read"."marketplace_supplier" using ${expression}` });

export const SupplierEntity = defineEntity({
  name: 'MarketplaceSupplier',
  tableName: 'marketplace_supplier',
  schema: 'read',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    name: p.text(),
    siret: p.text(),
    words: p.text(),
    legalWords: p.text().nullable(),
    address: p.text(),
    postCode: p.text(),
    city: p.text(),
    department: p.text(),
    region: p.text().nullable(),
    lat: p.double().nullable(),
    lon: p.double().nullable(),
    presentation: p.text().nullable(),
    contactId: p.uuid().nullable(),
    contactBy: p.uuid().nullable(),
    delisted: p.boolean(),
    activities: p.json<readonly Activity[]>(),
    sectors: p.array(),
    prestaTypes: p.array(),
    covers: p.array(),
    reach: p.integer().nullable(),
    west: p.double().nullable(),
    south: p.double().nullable(),
    east: p.double().nullable(),
    north: p.double().nullable(),
    changedAt: p.bigint(),
  },
  indexes: [
    on('marketplace_supplier_words', 'gist ("words" gist_trgm_ops)'),
    on('marketplace_supplier_legal_words', 'gist ("legal_words" gist_trgm_ops) where "legal_words" is not null'),
    on('marketplace_supplier_point', 'gist (point("lon", "lat"))'),
    on('marketplace_supplier_area', 'gist (box(point("west", "south"), point("east", "north")))'),
    on('marketplace_supplier_covers', 'gin ("covers")'),
    on('marketplace_supplier_order', 'btree (("presentation" is not null) desc, "changed_at" desc, "id") where not "delisted"'),
    on('marketplace_supplier_sectors', 'gin ("sectors")'),
  ],
});
