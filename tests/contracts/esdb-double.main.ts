// Serves the double until stopped, for trying the platform on EVENT_STORE_URL=esdb://… without a server:
// node --import ./tests/support/typescript.mjs tests/contracts/esdb-double.main.ts
import { EsdbDouble } from './esdb-double.js';

const double = await new EsdbDouble({ batchAppend: true }).listen();
process.stdout.write(`${double.url}\n`);
