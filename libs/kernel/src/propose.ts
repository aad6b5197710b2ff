import type { EventCatalogue } from './catalogue.js';
import type { ProposedEvent } from './event-store.js';
import type { DomainEvent } from './events.js';
import { derivedId } from './ids.js';
import { intentionOf } from './intention.js';
import type { CommandContext } from './streams.js';

/** What a decision asks to be written: the nth event of a command on a stream always has the same id. `asked`: the command as its decider took it. `now`: epoch milliseconds. */
export function propose(stream: string, decided: readonly DomainEvent[], asked: unknown, context: CommandContext, catalogue: EventCatalogue, now: number): readonly ProposedEvent[] {
  const { command, actor, correlation, causation, occurred } = context;
  const intention = intentionOf(asked);
  const meta = {
    occurred: occurred ?? new Date(now).toISOString(),
    actor: actor.id,
    organisation: actor.organisation,
    role: actor.role,
    command,
    correlation: correlation ?? command,
    causation: causation ?? null,
    ...(intention && { intention }),
  };
  // Two things asked under one id at the same moment must not pass for one another at the store.
  const idOf = (index: number) => (intention ? derivedId(command, stream, index, intention) : derivedId(command, stream, index));
  return decided.map(({ type, data }, index) => ({ id: idOf(index), type, version: catalogue.versionOf(type), data, meta }));
}
