// Runs first, on whatever Node the machine has: installs what the lock file says when it is not there yet.
// npm removes its own list (node_modules/.package-lock.json) before it touches anything and writes it last, so an interrupted installation is seen.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OLDEST = 20;

const packages = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
};

function installed() {
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  // Optional packages are for other machines as often as for this one.
  return Object.entries(wanted).every(([place, { version, link, optional }]) => !place.startsWith('node_modules/') || link || optional || present[place]?.version === version);
}

function install() {
  console.log('Installing packages (once, about a minute)…');
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.env.npm_node_execpath ?? process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  if (status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ''}. Is the package registry reachable?`);
    process.exit(1);
  }
}

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST) {
  console.error(`Node ${process.versions.node} is too old: at least ${OLDEST} is needed to install. The platform then brings its own.`);
  process.exit(1);
}
if (!installed()) install();
if (!existsSync(path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')) && major < 24)
  console.error(`No Node package for ${process.platform}-${process.arch}: install Node 24 or later on this machine.`);
