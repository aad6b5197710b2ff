// Builds what is not up to date. Used by start and test; `npm run build` and `npm run build:front` build unconditionally.
import { npmRun } from './npm.mjs';
import { upToDate } from './sources.mjs';

const build = (script, said) => () => {
  console.log(said);
  if (!npmRun(script)) {
    console.error(`${script} failed.`);
    process.exit(1);
  }
};

export const buildBack = () => upToDate('back', build('build', 'Building the server…'));
export const buildFront = () => upToDate('front', build('build:front', 'Building the pages…'));

if (import.meta.filename === process.argv[1]) {
  buildBack();
  if (!process.argv.includes('back')) buildFront();
}
