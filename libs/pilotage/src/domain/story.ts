import type { Day, RecordedEvent } from '#kernel';
import { type Counted, type Fact, MEASURES, type Place, regionOf } from './fact.js';

/** What an event said that figures remember. */
export interface Entry<N = unknown> {
  readonly position: number;
  readonly day: Day;
  readonly type: string;
  readonly noted: N;
}

/** A kind of thing that is counted: how its life is told, and what a life amounts to. */
export interface UnitKind<N = unknown> {
  readonly unit: string;
  readonly types: readonly string[];
  /** Null when the event says nothing of such a thing. */
  id(event: RecordedEvent): string | null;
  /** Business day of the event. */
  day(event: RecordedEvent): Day;
  /** Null when the event does not say where. */
  place(event: RecordedEvent): Place | null;
  note(event: RecordedEvent): N;
  /** Every measure a life is counted in, whatever was cut off its end. */
  count(life: readonly Entry<N>[]): readonly Counted[];
}

type Signed = readonly { readonly day: Day; readonly counted: Counted; readonly sign: number }[];

class Balance {
  readonly #moves = new Map<string, { day: Day; counted: Counted; sign: number }>();
  add(day: Day, counted: readonly Counted[], by: number): this {
    for (const each of counted) {
      const key = `${day} ${each.measure} ${each.month} ${each.detail} ${each.delayDays} ${each.amount} ${each.department}`;
      const move = this.#moves.get(key);
      if (move) move.sign += by;
      else this.#moves.set(key, { day, counted: each, sign: by });
    }
    return this;
  }
  get moves(): Signed {
    return [...this.#moves.values()].filter(({ sign }) => sign !== 0);
  }
}

/** Adds the steps of a life: what it was counted in from each of its days on, less what it was counted in before. */
const steps = (kind: UnitKind, life: readonly Entry[], balance: Balance, by: number): void => {
  let before: readonly Counted[] = [];
  for (const day of [...new Set(life.map((entry) => entry.day))].sort()) {
    const now = kind.count(life.filter((entry) => entry.day <= day));
    balance.add(day, now, by).add(day, before, -by);
    before = now;
  }
};

/** What the last entry of a life changes, for every day one may ask about. An entry may tell of a day long gone. */
export const movesOf = (kind: UnitKind, life: readonly Entry[]): Signed => {
  const [before, last] = [life.slice(0, -1), life.at(-1)!];
  if (before.length === 0) return kind.count(life).map((counted) => ({ day: last.day, counted, sign: 1 }));
  const balance = new Balance();
  if (before.every(({ day }) => day <= last.day)) return balance.add(last.day, kind.count(life), 1).add(last.day, kind.count(before), -1).moves;
  steps(kind, life, balance, 1);
  steps(kind, before, balance, -1);
  return balance.moves;
};

export const factsOf = (kind: UnitKind, id: string, place: Place, life: readonly Entry[], event: RecordedEvent): readonly Fact[] =>
  movesOf(kind, life).map(({ day, counted, sign }, n) => ({
    id: `${id}:${event.position}:${n}`,
    unit: id,
    measure: counted.measure,
    definition: MEASURES[counted.measure],
    month: counted.month,
    detail: counted.detail,
    delayDays: counted.delayDays,
    person: place.person,
    company: place.company,
    kind: place.kind,
    department: counted.department ?? place.department,
    region: counted.department === undefined ? place.region : regionOf(counted.department),
    sender: place.sender,
    amount: sign * counted.amount,
    sign,
    day,
    position: event.position,
    recorded: Date.parse(event.meta.recorded),
    type: event.type,
    stream: event.stream,
  }));
