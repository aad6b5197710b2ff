// Builds the pages with the component page added, when they are not up to date.
import { npmRun } from './npm.mjs';
import { upToDate } from './sources.mjs';

upToDate('kit', () => {
  console.log('Building the component page…');
  if (!npmRun('build:kit')) process.exit(1);
});
