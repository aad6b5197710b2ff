import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import type { FactsExport, PilotageEvent } from '../contract.js';

export interface ExportRow extends Omit<FactsExport, 'exportId' | 'from' | 'to' | 'on'> {
  readonly id: Id;
  /** When it was written down, ISO. */
  readonly at: string;
  readonly account: Id;
  readonly organisation: Id | null;
  readonly role: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
}

const ORDER_INDEX = `create index "pilotage_export_order" on "read"."pilotage_export" (at desc, id)`;

export const ExportEntity = defineEntity({
  name: 'PilotageExport',
  tableName: 'pilotage_export',
  schema: 'read',
  indexes: [{ name: 'pilotage_export_order', expression: ORDER_INDEX }],
  properties: {
    id: p.uuid().primary(),
    at: p.text(),
    account: p.uuid(),
    organisation: p.uuid().nullable(),
    role: p.text(),
    indicator: p.text(),
    definition: p.integer(),
    part: p.text().nullable(),
    firstMonth: p.text(),
    lastMonth: p.text(),
    kind: p.text().nullable(),
    region: p.text().nullable(),
    department: p.text().nullable(),
    validAt: p.text().nullable(),
    knownAt: p.text().nullable(),
    purpose: p.text(),
    rows: p.integer(),
  },
});

/** Who took which facts away, and why [pilotage/P-7]. */
export const exportRows = projection<PilotageEvent, ExportRow>({
  name: 'pilotage.export',
  version: 1,
  entity: ExportEntity,
  handles: ['pilotage.FactsExported'],
  keys: ({ data }) => data.exportId,
  evolve: (_, { data: { exportId: id, from: firstMonth, to: lastMonth, on: _on, ...about }, meta: { recorded: at, actor: account, organisation, role } }) => ({ id, at, account, organisation, role, firstMonth, lastMonth, ...about }),
});
