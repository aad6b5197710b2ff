import { appendFileSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Seal } from './seals.js';

/** Longer than any line. */
const TAIL = 4096;

/** One JSON line per seal. Two processes may write the same one: equal lines say the same. */
export function appendSeals(file: string, seals: readonly Seal[]): void {
  if (!seals.length) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''), { mode: 0o600 });
}

/** The seal written last; the file is never read whole for it. */
export function lastSealIn(file: string): Seal | null {
  if (!existsSync(file)) return null;
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const tail = Buffer.alloc(Math.min(TAIL, size));
    readSync(opened, tail, 0, tail.length, size - tail.length);
    // The first line of the piece may be cut; the last one is, when a run was stopped in the middle of it.
    return tail.toString('utf8').split('\n').slice(size > TAIL ? 1 : 0).map(parsed).findLast((seal) => seal !== null) ?? null;
  } finally {
    closeSync(opened);
  }
}

/** The seals of a file: lines of `seals.log`, or one seal as `GET /api/seals` gives it. @throws Error when it holds none */
export function sealsIn(file: string): readonly Seal[] {
  const text = readFileSync(file, 'utf8');
  const whole = parsed(text);
  const seals = whole ? [whole] : text.split('\n').map(parsed).filter((seal) => seal !== null);
  if (!seals.length) throw new Error(`${file} holds no seal`);
  return seals;
}

function parsed(text: string): Seal | null {
  try {
    const seal = JSON.parse(text) as Seal;
    return Number.isInteger(seal.number) && typeof seal.signature === 'string' ? seal : null;
  } catch {
    return null;
  }
}
