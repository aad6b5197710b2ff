import type { EventCatalogue } from './catalogue.js';
import type { ProposedEvent } from './event-store.js';
import type { DomainEvent } from './events.js';
import { derivedId } from './ids.js';
import type { CommandContext } from './streams.js';

/** What a decision asks to be written: the nth event of a command on a stream always has the same id. `now`: epoch milliseconds. */
export function propose(stream: string, decided: readonly DomainEvent[], context: CommandContext, catalogue: EventCatalogue, now: number): readonly ProposedEvent[] {
  const { command, actor, correlation, causation, occurred } = context;
  const meta = {
    occurred: occurred ?? new Date(now).toISOString(),
    actor: actor.id,
    organisation: actor.organisation,
    role: actor.role,
    command,
    correlation: correlation ?? command,
    causation: causation ?? null,
  };
  return decided.map(({ type, data }, index) => ({ id: derivedId(command, stream, index), type, version: catalogue.versionOf(type), data, meta }));
}
