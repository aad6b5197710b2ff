import { join } from 'node:path';
import { SystemClock } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { audit } from '#kernel/audit';
import { readVerifyKey } from '#kernel/seal-key';
import { readSeals } from '#kernel/sealer';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';

// npm run audit:verify                      walks the log, checks chains and seals, names the first break; writes nothing
// npm run audit:verify -- --key public.pem  verifies with the published key, where the private one is not

const { options } = readArguments(process.argv.slice(2));
const surroundings = await environment({ readOnly: true });
const { DATABASE_URL, EVENT_STORE_URL, DATA_DIR, SEAL_KEY_FILE } = surroundings.variables;

const verify = async (): Promise<boolean> => {
  const key = readVerifyKey(options['key'] || SEAL_KEY_FILE || join(DATA_DIR!, 'seal.key'));
  const store = await openEventStore(EVENT_STORE_URL || DATABASE_URL!, new SystemClock());
  const database = new PgDatabase(DATABASE_URL!);
  try {
    const { events, streams, seals, unsealed, broken } = await audit(store, await readSeals(database), key);
    console.log(`${events} events, ${streams} streams, ${seals} seals; ${unsealed} events since the last seal`);
    if (!broken) console.log('Every chain and every seal is intact.');
    else
      console.log('seal' in broken
        ? `Seal ${broken.seal}: ${broken.kind}, between positions ${broken.after} and ${broken.upTo}${broken.missing ? `, ${broken.missing} events missing` : ''}.`
        : `Event ${broken.revision} of ${broken.stream}: ${broken.kind}${broken.position === null ? '' : `, seen at position ${broken.position}`}.`);
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
