// Angular refuses assets outside its workspace: the few pictograms we show are copied under public/dsfr (git-ignored).
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pictograms = [
  'digital/search', 'digital/avatar', 'digital/data-visualization', 'buildings/companie', 'buildings/city-hall', 'environment/human-cooperation',
  'document/document-search', 'document/contract', 'document/document-add', 'leisure/community', 'map/map', 'digital/in-progress', 'digital/application',
  'system/technical-error', 'system/padlock', 'document/national-identity-card', 'digital/mail-send',
];
const from = join(dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/package.json')), 'dist/artwork/pictograms');
const to = join(dirname(fileURLToPath(import.meta.url)), '../public/dsfr');

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of pictograms) copyFileSync(join(from, `${name}.svg`), join(to, `${basename(name)}.svg`));
