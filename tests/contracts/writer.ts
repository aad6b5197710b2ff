// A process of its own that appends to streams other processes append to as well. Arguments: url, name, streams, appends, clock skew in ms.
import { NO_STREAM, SystemClock, WrongRevision, headOf } from '#kernel';
import { openEventStore } from '../../libs/kernel/src/adapters/open-event-store.js';
import { proposal } from './proposals.js';

const [, , url, name, streams, appends, skew] = process.argv;
class SkewedClock extends SystemClock {
  override now(): number {
    return super.now() + Number(skew);
  }
}
const store = await openEventStore(url!, new SkewedClock());
const written: string[] = [];

async function write(n: number): Promise<void> {
  const stream = `shared-${n % Number(streams)}`;
  const event = proposal({ by: name, n });
  for (;;) {
    const last = await store.last(stream);
    try {
      await store.append(stream, last ? headOf(last) : NO_STREAM, [event]);
      written.push(event.id);
      return;
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
  }
}

const pending = Array.from({ length: Number(appends) }, (_, n) => n);
const worker = async () => {
  for (let n = pending.shift(); n !== undefined; n = pending.shift()) await write(n);
};
await Promise.all(Array.from({ length: 8 }, worker));
await store.close();
process.stdout.write(JSON.stringify(written));
