// Builds what is not up to date. Used by start and test; `npm run build` and `npm run build:front` build unconditionally.
import { npmRun } from './npm.mjs';
import { upToDate } from './sources.mjs';

const build = (script, said) => () => {
  console.log(said);
  if (!npmRun(script)) throw new Error(`npm run ${script} failed.`);
};

export const buildBack = () => upToDate('back', build('build', 'Building the server…'));
export const buildFront = () => upToDate('front', build('build:front', 'Building the pages…'));

/** For commands that can do nothing without it: says what failed, and ends. */
export const orEnd = (work) => {
  try {
    work();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
};

if (import.meta.filename === process.argv[1]) {
  orEnd(buildBack);
  if (!process.argv.includes('back')) orEnd(buildFront);
}
