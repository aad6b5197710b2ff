import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Point } from '#reference';
import { fromApi, type Row } from './geo-api.js';

export interface Points {
  readonly points: ReadonlyMap<string, Point>;
  /** Rows without a code or a point that can be used. */
  readonly skipped: number;
}

/** Below this, the answer is not the list of French communes and must not replace what is there. */
const FEWEST = 30_000;

/** Official points of communes, from the public geo API or a CSV file. @throws Error when there are too few */
export async function pointsFrom(source: string): Promise<Points> {
  const rows = /^https?:/.test(source) ? await fromApi(source) : fromFile(source);
  const kept = readRows(rows);
  if (kept.points.size < FEWEST) throw new Error(`${source} gives ${kept.points.size} points, at least ${FEWEST} were expected`);
  return kept;
}

export const readRows = (rows: readonly Row[]): Points => {
  const points = new Map<string, Point>();
  for (const [insee, lat, lon] of rows) {
    const point = { lat: degrees(lat), lon: degrees(lon) };
    if (insee && /^(\d{2}|2[AB])\d{3}$/.test(insee) && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180) points.set(insee, point);
  }
  return { points, skipped: rows.length - points.size };
};

const degrees = (value: unknown): number => (value === '' || value === null || value === undefined ? Number.NaN : Number(value));

const fromFile = (file: string): readonly Row[] =>
  (parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]).map(({ insee, lat, lon }) => [insee, lat, lon]);
