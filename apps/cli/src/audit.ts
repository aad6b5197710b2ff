import { join } from 'node:path';
import { SystemClock } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { audit } from '#kernel/audit';
import { openSealKey } from '#kernel/seal-key';
import { Sealer } from '#kernel/sealer';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';

// npm run audit:verify            walks the log, checks chains and seals, names the first break
// npm run audit:verify -- --seal  seals what was written since the last seal, then does the same

const { options } = readArguments(process.argv.slice(2));
const surroundings = await environment();
const { DATABASE_URL, EVENT_STORE_URL, DATA_DIR, SEAL_KEY_FILE } = surroundings.variables;

const store = await openEventStore(EVENT_STORE_URL || DATABASE_URL!, new SystemClock());
const database = new PgDatabase(DATABASE_URL!);
try {
  const key = openSealKey(SEAL_KEY_FILE || join(DATA_DIR!, 'seal.key'));
  const sealer = new Sealer(store, database, key);
  await sealer.open();
  if ('seal' in options) await sealer.seal();
  const { events, streams, seals, unsealed, broken } = await audit(store, await sealer.seals(), key);
  console.log(`${events} events, ${streams} streams, ${seals} seals; ${unsealed} events since the last seal`);
  if (!broken) console.log('Every chain and every seal is intact.');
  else {
    console.log('seal' in broken
      ? `Seal ${broken.seal}: ${broken.kind}, between positions ${broken.after} and ${broken.upTo}${broken.missing ? `, ${broken.missing} events missing` : ''}.`
      : `Event ${broken.revision} of ${broken.stream}: ${broken.kind}${broken.position === null ? '' : `, seen at position ${broken.position}`}.`);
    process.exitCode = 1;
  }
} finally {
  await store.close();
  await database.close();
  surroundings.stop();
}
