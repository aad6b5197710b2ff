import { resolve } from 'node:path';
import { loadCommunes } from '#reference';
import { officialPointsFile, writeOfficialPoints } from '../../../libs/reference/src/communes/official-points.js';
import { readArguments } from './arguments.js';
import { pointsFrom } from './reference/points.js';

const GEO_API = 'https://geo.api.gouv.fr/communes?fields=code,centre&format=json';
const USAGE = 'npm run reference -- update [--from <file.csv with insee, lat, lon | address of the geo API>]';

const { words, options } = readArguments(process.argv.slice(2));
if (words[0] !== 'update') {
  console.error(USAGE);
  process.exit(1);
}
try {
  const file = officialPointsFile(resolve(process.env['DATA_DIR'] || '.data'));
  const { points, skipped } = await pointsFrom(options['from'] || process.env['GEO_API_URL'] || GEO_API);
  writeOfficialPoints(file, points);
  console.log(`${points.size} official points kept for ${loadCommunes()} communes${skipped ? `; ${skipped} rows without a point` : ''}. Restart the server to use them.`);
} catch (error) {
  console.error(`The points were not replaced: ${(error as Error).message}`);
  process.exit(1);
}
