// The design system has a thousand icons and we use a few dozen: write one mask rule per icon named in src, and refuse a name that does not exist.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const icons = join(dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/package.json')), 'dist/icons');
const files = (folder, keep) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && keep.test(f.name)).map((f) => join(f.parentPath, f.name));

const known = new Map(files(icons, /\.svg$/).map((file) => [file.split(sep).at(-1).replace(/^fr--/, '').replace(/\.svg$/, ''), file]));
const used = new Set();
for (const file of files(join(root, 'src/app'), /\.(html|ts)$/))
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/\bfr-icon-([a-z0-9-]+[a-z0-9])/g)) used.add(name);

const unknown = [...used].filter((name) => !known.has(name));
if (unknown.length) {
  console.error(`Unknown icons: ${unknown.join(', ')}`);
  process.exit(1);
}
const target = join(root, 'src/styles/generated');
mkdirSync(target, { recursive: true });
const rule = (name) => {
  const url = relative(target, known.get(name)).split(sep).join('/');
  return `.fr-icon-${name}::before, .fr-icon-${name}::after { -webkit-mask-image: url("${url}"); mask-image: url("${url}"); }`;
};
writeFileSync(join(target, 'icons.css'), [...used].sort().map(rule).join('\n') + '\n');
