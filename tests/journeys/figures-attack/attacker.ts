/** One cell an attacker looks at: how many others he knows to be in it, all the numbers he was given, and whether one more person is there. */
export interface Game {
  readonly others: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly there: boolean;
}
interface Rule {
  readonly leaf: string;
  readonly above: number;
  readonly right: number;
}

const guess = ({ leaf, above }: Pick<Rule, 'leaf' | 'above'>, { seen }: Game): boolean => (seen.get(leaf) ?? 0) > above;
const share = (games: readonly Game[], rule: Pick<Rule, 'leaf' | 'above'>): number => games.filter((game) => guess(rule, game) === game.there).length / games.length;

/** The number, and the level of it, that best tells those who are there among people he knows all about. */
const learn = (games: readonly Game[]): Rule => {
  let best: Rule = { leaf: '', above: 0, right: 0 };
  for (const leaf of new Set(games.flatMap(({ seen }) => [...seen.keys()])))
    for (const above of new Set(games.map(({ seen }) => seen.get(leaf) ?? 0))) {
      const right = share(games, { leaf, above });
      if (right > best.right) best = { leaf, above, right };
    }
  return best;
};

/**
 * How often he is right about people he knows nothing of, at the count of others that suits him best. He knows who else is there, learns from half
 * of the cells which number gives people away, whatever the way it was rounded, and tries it on the other half.
 */
export const bestGuess = (games: readonly Game[]): number => {
  const counts = [...new Set(games.map(({ others }) => others))];
  return Math.max(
    ...counts.map((others) => {
      const same = games.filter((game) => game.others === others);
      const known = same.filter((_, at) => at % 2 === 0);
      return share(same.filter((_, at) => at % 2 === 1), learn(known));
    }),
  );
};

/** Numbers from 0 to 1, the same every time. */
export const drawing = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
