/** What the log says of one person, as text by dimension. */
export type Described = Readonly<Record<string, string>>;

export interface Uniqueness {
  readonly dimensions: readonly string[];
  readonly people: number;
  /** People whom nobody else resembles. */
  readonly alone: number;
  /** People in a group of fewer than five, those alone included. */
  readonly few: number;
}

const FEW = 5;

/** How many people these dimensions tell apart from all others. */
export function uniqueness(people: readonly Described[], dimensions: readonly string[]): Uniqueness {
  const sizes = new Map<string, number>();
  for (const person of people) {
    const key = JSON.stringify(dimensions.map((name) => person[name] ?? ''));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const within = (most: number): number => [...sizes.values()].filter((size) => size <= most).reduce((sum, size) => sum + size, 0);
  return { dimensions, people: people.length, alone: within(1), few: within(FEW - 1) };
}
