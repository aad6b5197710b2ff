import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from '../distance.js';

/** Where the official points are kept once loaded. */
export const officialPointsFile = (dataDir: string = process.env['DATA_DIR'] ?? '.data'): string => join(dataDir, 'reference', 'commune-points.csv');

/** The official points by INSEE code; null when none were loaded. */
export const readOfficialPoints = (file: string): ReadonlyMap<string, Point> | null => {
  if (!existsSync(file)) return null;
  const points = new Map<string, Point>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [insee, lat, lon] = line.split(',');
    if (insee && lat && lon) points.set(insee, { lat: Number(lat), lon: Number(lon) });
  }
  return points;
};

/** Replaces the stored points in one move: a reader sees the old file or the new one. */
export const writeOfficialPoints = (file: string, points: ReadonlyMap<string, Point>): void => {
  mkdirSync(join(file, '..'), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, [...points].map(([insee, { lat, lon }]) => `${insee},${lat},${lon}`).join('\n'));
  renameSync(partial, file);
};
