// npm run world, import, reference, rebuild, erase, audit:verify, bench: builds what is not up to date, then runs the command.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { buildBack, orEnd } from './build.mjs';

const [name = '', ...rest] = process.argv.slice(2);
orEnd(buildBack);
const command = path.resolve(`dist/apps/cli/src/${name}.js`);
if (!/^[a-z]+$/.test(name) || !existsSync(command)) {
  console.error(`No such command: ${name}`);
  process.exit(1);
}
process.argv = [process.argv[0], command, ...rest];
await import(pathToFileURL(command).href);
