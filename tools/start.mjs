// npm start: everything on one machine, one port. Ctrl-C stops all of it; after a kill -9 the next start carries on.
import path from 'node:path';
import { buildBack, buildFront, orEnd } from './build.mjs';
import { localPlatform, portTaken } from './local.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Node ${process.versions.node} runs this script, but 24 is needed. Use \`npm start\`, which brings its own.`);
  process.exit(1);
}

const port = process.env.PORT ? Number(process.env.PORT) : 3000;
const host = process.env.HOST || 'localhost';
const dataDir = path.resolve(process.env.DATA_DIR || '.data');

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT: expected a whole number from 1 to 65535`);
  process.exit(1);
}
if (await portTaken(port, host)) {
  console.error(`Port ${port} is already in use: stop what uses it, or choose another one, e.g. \`PORT=3001 npm start\`.`);
  process.exit(1);
}

orEnd(buildBack);
orEnd(buildFront);

// A database given from outside is not filled with invented people unless asked.
const world = process.env.WORLD === 'none' ? null : process.env.WORLD || (process.env.DATABASE_URL ? null : 'small');
const local = localPlatform({ dataDir, port, host, world, say: console.log, env: { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' } });

let asked = false;
const stopOnSignal = async () => {
  if (asked) return;
  asked = true;
  console.log('\nStopping…');
  await local.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopOnSignal);

async function demoAccounts(address) {
  try {
    const body = JSON.stringify({ query: '{ demoAccounts { email password label } }' });
    const answer = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return (await answer.json()).data?.demoAccounts ?? [];
  } catch {
    return [];
  }
}

async function announce(address) {
  console.log(`\nPlateforme de l’inclusion: ${address}\n`);
  const accounts = await demoAccounts(address);
  if (accounts.length) {
    console.log('Demo accounts (e-mail, password, who):');
    const width = Math.max(...accounts.map(({ email }) => email.length));
    for (const { email, password, label } of accounts) console.log(`  ${email.padEnd(width)}  ${password}  ${label}`);
    console.log('');
  }
  console.log('Ctrl-C stops everything.');
}

try {
  const running = await local.start();
  if (running) {
    await announce(running.address);
    const code = await running.exited;
    if (!asked) throw new Error(`The server stopped (${code}).`);
  }
} catch (error) {
  if (!asked) {
    console.error(error.message);
    await local.stop();
    process.exit(1);
  }
}
