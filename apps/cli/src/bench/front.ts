import { readFileSync, statSync } from 'node:fs';
import type { Line } from './report.js';

const FOLDER = 'frontend/dist/browser';
const BUDGETS = { js: 90_000, css: 60_000 };

/** What the first page makes a visitor download, in bytes of brotli, as `npm run build:front` left it. */
export async function benchFront(): Promise<readonly Line[]> {
  const index = readFileSync(`${FOLDER}/index.html`, 'utf8');
  const first = [...new Set([...index.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, name]) => name!))];
  return Object.entries(BUDGETS).map(([kind, budget]) => {
    const bytes = first.filter((name) => name.endsWith(kind)).reduce((sum, name) => sum + statSync(`${FOLDER}/${name}.br`).size, 0);
    return { what: `first page, ${kind}, brotli`, detail: `${(bytes / 1000).toFixed(1)} kB of ${budget / 1000}`, ours: bytes, baseline: budget, ratio: Math.round((100 * budget) / bytes) / 100, target: 1 };
  });
}
