import { SYSTEM } from './actor.js';
import { eventTypes } from './catalogue.js';
import { seal, draft, type SealedEvent } from './codec.js';
import { NO_STREAM, type ProposedEvent } from './event-store.js';
import { newId } from './ids.js';

export const LOG_STREAM = 'log';
export const LOG_OPENED = 'kernel.LogOpened';

/** The only event the kernel itself writes. */
export const kernelEventTypes = eventTypes({ [LOG_OPENED]: { version: 1 } });

/** The first instant there is: nothing in a log is recorded before its opening, so that a history of earlier years can be written into a new log. */
export const LOG_OPENED_AT = new Date(0).toISOString();

/** The first event of a log; its id is the log's identity, which readers note beside their checkpoints. */
export function logOpened(now: number): { readonly proposed: ProposedEvent; readonly sealed: SealedEvent } {
  const id = newId(now);
  const proposed: ProposedEvent = {
    id,
    type: LOG_OPENED,
    version: 1,
    data: { format: 1 },
    meta: { occurred: new Date(now).toISOString(), actor: SYSTEM.id, organisation: null, role: SYSTEM.role, command: id, correlation: id, causation: null },
  };
  return { proposed, sealed: seal(LOG_STREAM, NO_STREAM, draft([proposed]), LOG_OPENED_AT)[0]! };
}
