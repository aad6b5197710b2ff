import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

export interface Line {
  readonly what: string;
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

/** Prints a table, with the ratios of the last run beside, and keeps the results as JSON. */
export function publish(name: string, lines: readonly Line[]): void {
  const folder = join(resolve(process.env['DATA_DIR'] ?? '.data'), 'bench');
  const file = join(folder, `${name}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { lines: readonly Line[] }).lines : [];
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${name}`.padEnd(width + 1), 'ours/s'.padStart(10), 'baseline/s'.padStart(11), 'ratio'.padStart(6), 'target'.padStart(7), 'last'.padStart(6));
  for (const { what, ours, baseline, ratio, target } of lines) {
    const last = before.find((other) => other.what === what)?.ratio;
    const verdict = target === null ? '' : ratio >= target ? '  reached' : '  MISSED';
    console.log(what.padEnd(width), String(ours).padStart(10), String(baseline).padStart(11), ratio.toFixed(2).padStart(6), (target?.toFixed(2) ?? '').padStart(7), (last?.toFixed(2) ?? '').padStart(6) + verdict);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: cpus().length, lines }, null, 2)}\n`);
}
