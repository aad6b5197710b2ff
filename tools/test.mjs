// Every suite, one count. The last line is `N passed, N failed` over all of them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildBack, buildFront } from './build.mjs';
import { checks } from './check.mjs';
import { npmCommand } from './npm.mjs';

const MINUTE = 60_000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'plateforme-results-'));
const total = { passed: 0, failed: 0 };
const count = (name, passed, failed, started) => {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed ? 'FAIL' : 'ok  '} ${name}: ${passed} passed, ${failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
};

/** What went wrong, shortly: said again at the end, where whoever reads only the last lines finds it. */
const reasons = [];
const because = (title, message = '') => reasons.push(`${title}\n${stripVTControlCharacters(message).split('\n').filter((line) => line.trim()).slice(0, 14).join('\n')}`);

const running = new Set();
const endAll = () => {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      /* already gone */
    }
  }
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endAll();
    process.exit(1);
  });

/** A command in a process group of its own, so that a suite that hangs can be ended with all it started. */
const run = (command, args, { env = {}, minutes }) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const late = setTimeout(() => {
      output += `\nended after ${minutes} minutes`;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        /* already gone */
      }
    }, minutes * MINUTE);
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      clearTimeout(late);
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
const npm = (script, args, options) => {
  const [command, ...before] = npmCommand();
  return run(command, [...before, 'run', '-s', ...script, ...(args.length ? ['--', ...args] : [])], options);
};
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

async function check({ name, script }) {
  const started = Date.now();
  const { ok, output } = await npm([script], [], { minutes: 4 });
  if (!ok) console.log(output);
  count(name, ok ? 1 : 0, ok ? 0 : 1, started);
}

async function jest(name, script, args, minutes) {
  const started = Date.now();
  const file = path.join(folder, `${name}.json`);
  const { ok, output } = await npm(script, [...args, '--json', `--outputFile=${file}`], { minutes, env: { FORCE_COLOR: '0' } });
  const result = read(file);
  const brokenSuites = result?.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed')).length ?? 0;
  for (const suite of result?.testResults ?? []) {
    if (suite.status !== 'failed') continue;
    console.log(`${suite.name}\n${suite.message}`);
    because(path.relative('.', suite.name), suite.message);
  }
  const failed = (result?.numFailedTests ?? 0) + brokenSuites;
  if (!result || (!ok && failed === 0)) {
    console.log(output.slice(-8000));
    return count(name, result?.numPassedTests ?? 0, Math.max(1, failed), started);
  }
  return count(name, result.numPassedTests, failed, started);
}

const specsOf = (suite) => [...(suite?.specs ?? []), ...(suite?.suites ?? []).flatMap(specsOf)];

async function journeys(minutes) {
  const started = Date.now();
  const file = path.join(folder, 'journeys.json');
  const { ok, output } = await npm(['e2e'], ['--reporter=list,json'], { minutes, env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0' } });
  const report = read(file);
  const stats = report?.stats;
  if (!ok) console.log(output.slice(-20_000));
  for (const { title, tests } of specsOf(report))
    for (const { errors } of tests.flatMap(({ results }) => results)) if (errors.length) because(title, errors.map(({ message }) => message).join('\n'));
  // Ended before its report was written: what the list says is all there is.
  const marks = (mark) => output.split('\n').filter((line) => line.trimStart().startsWith(mark)).length;
  const passed = stats ? stats.expected : marks('✓');
  const failed = stats ? stats.unexpected + stats.flaky + stats.skipped : marks('✘') + marks('-  ');
  return count('browser journeys', passed, ok ? failed : Math.max(1, failed), started);
}

/** What cannot be built counts as one failure, and nothing that needs it runs. */
const built = (build) => {
  const started = Date.now();
  try {
    build();
  } catch (error) {
    console.error(error.message);
    count('build', 0, 1, started);
    return false;
  }
  console.log(`     built (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return true;
};

try {
  if (built(buildBack)) {
    for (const each of checks) await check(each);
    await jest('unit', ['jest'], ['--selectProjects', 'unit'], 5);
    await jest('integration', ['jest'], ['--selectProjects', 'integration'], 8);
    await jest('frontend', ['test:front'], [], 5);
    if (built(buildFront)) await journeys(8);
  }
} finally {
  endAll();
  rmSync(folder, { recursive: true, force: true });
  if (reasons.length) console.log(reasons.slice(0, 3).join('\n\n').slice(0, 1600));
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
process.exit(total.failed ? 1 : 0);
