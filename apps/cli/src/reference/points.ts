import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Point } from '#reference';

export interface Points {
  readonly points: ReadonlyMap<string, Point>;
  /** Rows without a code or a point that can be used. */
  readonly skipped: number;
}

interface ApiCommune {
  readonly code?: string;
  readonly centre?: { readonly coordinates?: readonly [lon: number, lat: number] };
}
type Row = readonly [insee: string | undefined, lat: unknown, lon: unknown];

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

/** In pages when the answer names the next one. */
const fromApi = async (address: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let url: string | null = address; url && !seen.has(url); ) {
    seen.add(url);
    const { communes, next } = await page(url);
    for (const { code, centre } of communes) rows.push([code, centre?.coordinates?.[1], centre?.coordinates?.[0]]);
    url = next;
  }
  return rows;
};

/** @throws Error that names the server and what is wrong with its answer */
const page = async (url: string): Promise<{ readonly communes: readonly ApiCommune[]; readonly next: string | null }> => {
  const { host } = new URL(url);
  const answer = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch(() => {
    throw new Error(`${host} cannot be reached`);
  });
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}`);
  const communes: unknown = await answer.json().catch(() => null);
  if (!Array.isArray(communes)) throw new Error(`${host} did not answer a list of communes`);
  const next = /<([^>]+)>;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '')?.[1];
  return { communes: communes as readonly ApiCommune[], next: next ? new URL(next, url).href : null };
};
