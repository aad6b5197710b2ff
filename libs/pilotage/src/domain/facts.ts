import type { RecordedEvent } from '#kernel';
import { applicationUnit } from './application.unit.js';
import type { Fact, Place } from './fact.js';
import { needStateUnit } from './need-state.unit.js';
import { needUnit } from './need.unit.js';
import { passUnit } from './pass.unit.js';
import { type Entry, factsOf, type UnitKind } from './story.js';

/** What is remembered of a unit so far, in a row of the same table: the facts themselves are never read back. */
export interface UnitRow {
  readonly id: string;
  readonly story: { readonly place: Place | null; readonly life: readonly Entry[] };
}

const UNITS: readonly UnitKind[] = [applicationUnit as UnitKind, passUnit as UnitKind, needUnit as UnitKind, needStateUnit as UnitKind];
const kindOf = (key: string): UnitKind => UNITS.find(({ unit }) => key.startsWith(`${unit}:`))!;

export const COUNTED: readonly string[] = [...new Set(UNITS.flatMap(({ types }) => types))];

/** The units an event tells of: an acceptance is a step of the application and of the PASS it brings. */
export const unitKeys = (event: RecordedEvent): readonly string[] =>
  UNITS.filter(({ types }) => types.includes(event.type)).flatMap((kind) => {
    const id = kind.id(event);
    return id === null ? [] : [`${kind.unit}:${id}`];
  });

export const evolveUnit = (row: UnitRow | null, event: RecordedEvent, id: string): UnitRow => {
  const kind = kindOf(id);
  const told = row?.story.life ?? [];
  // An event delivered again says nothing new.
  if (row && told.some(({ position }) => position >= event.position)) return row;
  const entry = { position: event.position, day: kind.day(event), type: event.type, noted: kind.note(event) };
  return { id, story: { place: row?.story.place ?? kind.place(event), life: [...told, entry] } };
};

export const factsAdded = (_: UnitRow | null, after: UnitRow | null, event: RecordedEvent): readonly Fact[] =>
  after?.story.place ? factsOf(kindOf(after.id), after.id, after.story.place, after.story.life, event) : [];
