import type { RecordedEvent } from '#kernel';
import { applicationUnit } from './application.unit.js';
import type { Fact, Place } from './fact.js';
import { needUnit } from './need.unit.js';
import { type Entry, factsOf, type UnitKind } from './story.js';

/** What is remembered of a unit so far, in a row of the same table: the facts themselves are never read back. */
export interface UnitRow {
  readonly id: string;
  readonly story: { readonly place: Place; readonly life: readonly Entry[] };
}

const UNITS: readonly UnitKind[] = [applicationUnit as UnitKind, needUnit as UnitKind];
const kindOf = ({ type }: RecordedEvent): UnitKind => UNITS.find(({ types }) => types.includes(type))!;

export const COUNTED: readonly string[] = UNITS.flatMap(({ types }) => types);

export const unitKey = (event: RecordedEvent): string => `${kindOf(event).unit}:${kindOf(event).id(event)}`;

export const evolveUnit = (row: UnitRow | null, event: RecordedEvent, id: string): UnitRow => {
  const kind = kindOf(event);
  const told = row?.story.life ?? [];
  // An event delivered again says nothing new.
  if (row && told.some(({ position }) => position >= event.position)) return row;
  const entry = { position: event.position, day: kind.day(event), type: event.type, noted: kind.note(event) };
  return { id, story: { place: row?.story.place ?? kind.place(event), life: [...told, entry] } };
};

export const factsAdded = (_: UnitRow | null, after: UnitRow | null, event: RecordedEvent): readonly Fact[] =>
  after ? factsOf(kindOf(event), after.id, after.story.place, after.story.life, event) : [];
