import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

export interface Line {
  /** The same in every run: the last ratio is found by it. */
  readonly what: string;
  /** What was measured, in its own unit. */
  readonly detail?: string;
  /** Per second. */
  readonly ours: number;
  readonly baseline: number;
  /** Median of the ratios of the rounds: both sides of a round ran right after each other. */
  readonly ratio: number;
  readonly target: number | null;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** One round of both, right after each other; who goes first alternates, so that a machine growing busier favours nobody. */
export async function round(n: number, ours: () => Promise<number>, baseline: () => Promise<number>): Promise<{ readonly ours: number; readonly baseline: number }> {
  if (n % 2) {
    const first = await ours();
    return { ours: first, baseline: await baseline() };
  }
  const first = await baseline();
  return { baseline: first, ours: await ours() };
}

export const line = (what: string, rounds: readonly { readonly ours: number; readonly baseline: number }[], target: number | null): Line => ({
  what,
  ours: Math.round(median(rounds.map(({ ours }) => ours))),
  baseline: Math.round(median(rounds.map(({ baseline }) => baseline))),
  ratio: Math.round(100 * median(rounds.map(({ ours, baseline }) => ours / baseline))) / 100,
  target,
});

/** The time within which `share` of the answers came. */
export const percentile = (times: readonly number[], share: number): number => [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;

/** Milliseconds as a rate, against the rate of the slowest allowed. */
export const within = (what: string, ms: number, atMost: number): Line => ({
  what,
  detail: `${ms.toFixed(1)} ms of ${atMost}`,
  ours: Math.round(1000 / ms),
  baseline: Math.round(1000 / atMost),
  ratio: Math.round((100 * atMost) / ms) / 100,
  target: 1,
});

/** A rate against the least expected. */
export const atLeast = (what: string, perSecond: number, least: number): Line => ({ what, ours: Math.round(perSecond), baseline: least, ratio: Math.round((100 * perSecond) / least) / 100, target: 1 });

/** Prints a table, with the ratios of the last run beside, and keeps the results as JSON. */
export function publish(name: string, lines: readonly Line[]): void {
  const folder = join(resolve(process.env['DATA_DIR'] ?? '.data'), 'bench');
  const file = join(folder, `${name}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { lines: readonly Line[] }).lines : [];
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${name}`.padEnd(width + 1), 'ours/s'.padStart(10), 'baseline/s'.padStart(11), 'ratio'.padStart(6), 'target'.padStart(7), 'last'.padStart(6));
  for (const { what, detail = '', ours, baseline, ratio, target } of lines) {
    const last = before.find((other) => other.what === what)?.ratio;
    const verdict = target === null ? '       ' : ratio >= target ? 'reached' : ' MISSED';
    console.log(what.padEnd(width), String(ours).padStart(10), String(baseline).padStart(11), ratio.toFixed(2).padStart(6), (target?.toFixed(2) ?? '').padStart(7), (last?.toFixed(2) ?? '').padStart(6), verdict, detail);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: cpus().length, lines }, null, 2)}\n`);
}
