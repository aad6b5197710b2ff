import { defineEntity, p } from '@mikro-orm/core';
import { projection } from '#kernel';
import { COUNTED, evolveUnit, factsAdded, unitKeys } from '../domain/facts.js';

// Figures without the columnar copy, and the rows behind a figure, are read from it.
const CELL_INDEX = `create index "pilotage_fact_cell" on "read"."pilotage_fact" (month, measure, kind, department, detail, region, sign, amount, day, recorded, delay_days) where month is not null`;
// The copy takes what comes after the last position it holds.
const ORDER_INDEX = `create index "pilotage_fact_order" on "read"."pilotage_fact" (position, id) where position is not null`;
const RECORDED_INDEX = `create index "pilotage_fact_recorded" on "read"."pilotage_fact" (recorded, position) where position is not null`;

/** Two sorts of rows: a unit with its `story`, rewritten as it lives, and facts, written once. A fact has no story, a unit nothing else. */
export const FactEntity = defineEntity({
  name: 'PilotageFact',
  tableName: 'pilotage_fact',
  schema: 'read',
  indexes: [
    { name: 'pilotage_fact_cell', expression: CELL_INDEX },
    { name: 'pilotage_fact_order', expression: ORDER_INDEX },
    { name: 'pilotage_fact_recorded', expression: RECORDED_INDEX },
  ],
  properties: {
    id: p.text().primary(),
    story: p.json().nullable(),
    position: p.bigint('number').nullable(),
    recorded: p.bigint('number').nullable(),
    measure: p.text().nullable(),
    definition: p.smallint().nullable(),
    unit: p.text().nullable(),
    sign: p.smallint().nullable(),
    day: p.date().nullable(),
    month: p.integer().nullable(),
    person: p.uuid().nullable(),
    company: p.uuid().nullable(),
    kind: p.text().nullable(),
    department: p.text().nullable(),
    region: p.text().nullable(),
    sender: p.text().nullable(),
    detail: p.text().nullable(),
    delayDays: p.integer().nullable(),
    amount: p.bigint('number').nullable(),
    type: p.text().nullable(),
    stream: p.text().nullable(),
  },
});

export const facts = projection({
  name: 'pilotage.fact',
  version: 7,
  entity: FactEntity,
  handles: [...COUNTED],
  keys: unitKeys,
  evolve: evolveUnit,
  adds: factsAdded,
  topics: () => ['figures'],
});
