import { addDays, type Day, startOf } from '#kernel';
import type { Step, Story } from './stories.js';

export const HOUR = 3_600_000;
/** More than there are stories, and steps in one. */
const [STORIES, STEPS] = [2 ** 24, 2 ** 3];

export interface Due {
  readonly story: Story;
  readonly step: Step;
}

/** When what is told in stories happens. A country takes millions of steps: each is one number here, its hour, then its story, then its place in it, and numbers sort by themselves. */
export class Agenda {
  readonly #due: Float64Array;
  #next = 0;

  constructor(private readonly stories: readonly Story[]) {
    this.#due = new Float64Array(stories.reduce((sum, { steps }) => sum + steps.length, 0));
    let n = 0;
    for (const [index, story] of stories.entries()) for (const [order, at] of hoursOf(story).entries()) this.#due[n++] = (at * STORIES + index) * STEPS + order;
    this.#due.sort();
  }

  get steps(): number {
    return this.#due.length;
  }

  /** Hour after hour up to an instant, with what is due then; asked again, goes on from there. */
  *until(instant: number): Generator<readonly [at: number, due: readonly Due[]]> {
    for (let hour = this.#hour(); hour * HOUR <= instant; hour = this.#hour()) {
      const due: Due[] = [];
      for (; this.#hour() === hour; this.#next++) due.push(this.#step());
      yield [hour * HOUR, due];
    }
  }

  #hour(): number {
    return this.#next < this.#due.length ? Math.floor(this.#due[this.#next]! / (STORIES * STEPS)) : Infinity;
  }

  #step(): Due {
    const key = this.#due[this.#next]!;
    const story = this.stories[Math.floor(key / STEPS) % STORIES]!;
    return { story, step: story.steps[key % STEPS]![1] };
  }
}

/** Steps in working hours, counted since 1970; each after the one before. */
const hoursOf = ({ number, steps }: Story): readonly number[] => {
  let before = 0;
  return steps.map(([day, _], order) => (before = Math.max(firstHourOf(day) + 8 + ((number + order * 3) % 9), before + 1)));
};

/** Of the working day it is, or the nearest. */
const firstHourOf = (day: Day): number => {
  const known = HOURS.get(day) ?? startOf(workingDay(day)) / HOUR;
  HOURS.set(day, known);
  return known;
};
const HOURS = new Map<Day, number>();

const workingDay = (day: Day): Day => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, 1) : day;
};
