import { isId, newId, SYSTEM } from '#kernel';
import { ErasePerson } from '../../../libs/identity/src/application/erase-person.js';
import { ERASURE_REASONS } from '../../../libs/identity/src/domain/erasure.js';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';
import { stopWhenInterrupted } from './interrupted.js';
import { openPlatform } from './open.js';

const { words, options } = readArguments(process.argv.slice(2));
const [person = ''] = words;
const { reason = '' } = options;
if (words.length !== 1 || !isId(person) || !ERASURE_REASONS.some((each) => each === reason)) {
  console.error(`npm run erase -- <id> --reason ${ERASURE_REASONS.join('|')}\nErases the person for ever; it cannot be undone.`);
  process.exit(1);
}

const surroundings = await environment();
stopWhenInterrupted(surroundings);
try {
  const platform = await openPlatform(surroundings, { role: 'api' });
  try {
    await platform.get(ErasePerson, { strict: false }).erase(person, reason, { command: newId(), actor: SYSTEM });
    console.log(`${person} is erased: key, rows and texts are gone, the id stands in the ledgers.`);
  } finally {
    await platform.close();
  }
} catch (error) {
  console.error(`Nobody was erased, or not wholly: ${(error as Error).message}. Asked again, the command finishes what is left.`);
  process.exitCode = 1;
} finally {
  surroundings.stop();
}
