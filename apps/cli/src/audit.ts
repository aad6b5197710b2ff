import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { audit, type Audit, type KnownSeal } from '#kernel/audit';
import { sealsIn } from '#kernel/seal-file';
import { readVerifyKey } from '#kernel/seal-key';
import { readSeals } from '#kernel/sealer';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';

// npm run audit:verify                      walks the log, checks chains and seals (those of SEALS_FILE included), names the first break; writes nothing
// npm run audit:verify -- --key public.pem  verifies with the published key, where the private one is not
// npm run audit:verify -- --last 812        fails when seal 812 is no longer there; a file of seals (GET /api/seals, a copy of seals.log) says more than a number

const { options } = readArguments(process.argv.slice(2));
const surroundings = await environment({ readOnly: true });
const { DATABASE_URL, EVENT_STORE_URL, DATA_DIR, SEAL_KEY_FILE, SEALS_FILE } = surroundings.variables;

/** The seals kept outside the database: the platform's own file, and what the one who verifies kept. */
const known = (): readonly KnownSeal[] => {
  const own = SEALS_FILE || join(DATA_DIR!, 'seals.log');
  const last = options['last'];
  if (last === '') throw new Error('--last expects the number of a seal or a file of seals');
  return [...(existsSync(own) ? sealsIn(own) : []), ...(last === undefined ? [] : /^\d+$/.test(last) ? [{ number: Number(last) }] : sealsIn(last))];
};

const told = (broken: NonNullable<Audit['broken']>): string => {
  if (broken.kind === 'withdrawn') return `Seal ${broken.seal}: withdrawn. It was kept elsewhere, the database holds ${broken.held} seals without it: the events it covered were taken away or sealed anew.`;
  if ('seal' in broken) return `Seal ${broken.seal}: ${broken.kind}, between positions ${broken.after} and ${broken.upTo}${broken.missing ? `, ${broken.missing} events missing` : ''}.`;
  return `Event ${broken.revision} of ${broken.stream}: ${broken.kind}${broken.position === null ? '' : `, seen at position ${broken.position}`}.`;
};

const verify = async (): Promise<boolean> => {
  const key = readVerifyKey(options['key'] || SEAL_KEY_FILE || join(DATA_DIR!, 'seal.key'));
  const kept = known();
  const store = await openEventStore(EVENT_STORE_URL || DATABASE_URL!, new SystemClock());
  const database = new PgDatabase(DATABASE_URL!);
  try {
    const { events, streams, seals, unsealed, broken } = await audit(store, await readSeals(database), key, kept);
    console.log(`${events} events, ${streams} streams, ${seals} seals; ${unsealed} events since the last seal`);
    console.log(broken ? told(broken) : seals ? `Every chain and every seal is intact${kept.length ? `, and the ${kept.length} seals kept outside the database are there` : ''}.` : 'Every chain is intact; nothing was ever sealed: a cut at the end would not show.');
    return !broken;
  } finally {
    await store.close();
    await database.close();
  }
};

try {
  if (!(await verify())) process.exitCode = 1;
} catch (error) {
  console.error(`The log was not verified: ${(error as Error).message}`);
  process.exitCode = 2;
} finally {
  surroundings.stop();
}
