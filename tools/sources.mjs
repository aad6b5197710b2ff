// What was built, and from which sources: a content hash, so that a fresh clone, a pull or a switch of branch all tell the truth.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ignored = /(^|\/)(node_modules|dist|generated|\.angular|\.jest-cache|public\/dsfr|golden)(\/|$)|\.(spec|e2e)\.ts$/;

const files = (place) => {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.posix.join(place, entry.name);
    return ignored.test(inside) ? [] : entry.isDirectory() ? files(inside) : [inside];
  });
};

const hashOf = (places) => {
  const hash = createHash('sha256');
  for (const file of places.flatMap(files).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const targets = {
  back: { sources: ['apps', 'libs', 'package.json', 'tsconfig.json', 'nest-cli.json', '.swcrc'], proof: 'dist/apps/platform/src/main.js', stamp: 'dist/.built-from' },
  front: { sources: ['frontend', 'schema.graphql', 'package-lock.json'], proof: 'frontend/dist/browser/index.html', stamp: 'frontend/dist/.built-from' },
  kit: { sources: ['frontend', 'schema.graphql', 'package-lock.json'], proof: 'frontend/.angular/kit/browser/index.html', stamp: 'frontend/.angular/kit/.built-from' },
};

/** Builds what is not up to date; `build` runs only then. */
export function upToDate(name, build) {
  const { sources, proof, stamp } = targets[name];
  const hash = hashOf(sources);
  if (existsSync(proof) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
