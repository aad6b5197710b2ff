import { defineEntity, p } from '@mikro-orm/core';
import { projection } from '#kernel';
import { COUNTED, evolveFact, factKeys } from '../domain/facts.js';

// Everything a year of the whole country is counted from, read without touching the table: three times quicker than the rows.
const CELL_INDEX = `create index "pilotage_fact_cell" on "read"."pilotage_fact" (month, measure, kind, department, detail, region, definition, delay_days) where position is not null and left_at is null`;

export const FactEntity = defineEntity({
  name: 'PilotageFact',
  tableName: 'pilotage_fact',
  schema: 'read',
  indexes: [{ properties: ['department', 'month'] }, { properties: ['touched'] }, { name: 'pilotage_fact_cell', expression: CELL_INDEX }],
  properties: {
    id: p.text().primary(),
    measure: p.text(),
    definition: p.smallint(),
    position: p.bigint('number').nullable(),
    leftAt: p.bigint('number').nullable(),
    day: p.date(),
    month: p.text(),
    person: p.uuid(),
    company: p.uuid(),
    kind: p.text(),
    department: p.text(),
    region: p.text(),
    sender: p.text().nullable(),
    detail: p.text(),
    delayDays: p.integer().nullable(),
    automatic: p.boolean(),
    since: p.text().nullable(),
    touched: p.bigint('number'),
    recorded: p.text(),
  },
});

export const facts = projection({
  name: 'pilotage.fact',
  version: 1,
  entity: FactEntity,
  handles: [...COUNTED],
  keys: factKeys,
  evolve: evolveFact,
  topics: () => ['figures'],
});
