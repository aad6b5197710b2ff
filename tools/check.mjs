// Everything that needs no database and no browser. The same steps open `npm test`.
import { npmRun } from './npm.mjs';

export const checks = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'boundaries', script: 'boundaries' },
  { name: 'format', script: 'format' },
  { name: 'schema', script: 'schema:check', built: true },
];

if (import.meta.filename === process.argv[1]) {
  if (!npmRun('build')) process.exit(1);
  let failed = 0;
  for (const { name, script } of checks) {
    const ok = npmRun(script);
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
    failed += ok ? 0 : 1;
  }
  process.exit(failed ? 1 : 0);
}
