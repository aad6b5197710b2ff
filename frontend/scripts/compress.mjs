// Compress once at build time what every visitor downloads, and hold the first page to its budget in compressed bytes.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const out = join(dirname(fileURLToPath(import.meta.url)), '../dist/browser');
const budgets = { js: 90_000, css: 60_000 };
const sizes = new Map();

for (const entry of readdirSync(out, { recursive: true })) {
  const file = join(out, entry);
  if (!statSync(file).isFile() || !/\.(js|css|svg|json)$/.test(entry)) continue;
  const bytes = readFileSync(file);
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  sizes.set(entry, br.length);
  if (bytes.length < 1024) continue;
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

const index = readFileSync(join(out, 'index.html'), 'utf8');
const first = [...index.matchAll(/(?:src|href)="([^"]+\.(js|css))"/g)].map(([, name, kind]) => ({ name, kind }));
let over = false;
for (const [kind, budget] of Object.entries(budgets)) {
  const total = [...new Set(first.filter((f) => f.kind === kind).map((f) => f.name))].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  over ||= total > budget;
  console.log(`first page, ${kind}: ${(total / 1000).toFixed(1)} kB brotli (budget ${budget / 1000} kB)`);
}
if (over) process.exit(1);
