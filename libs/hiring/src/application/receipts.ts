import type { CommandContext, Id, Receipt, RecordedEvent } from '#kernel';

/** The receipt of what was already written: to everything in these events, or to one command. */
export const receiptOf = (command: Id, events: readonly RecordedEvent[]): Receipt => {
  const last = events.at(-1);
  return { command, entries: last ? [{ stream: last.stream, position: last.position, events }] : [] };
};

export const wroteBy = (events: readonly RecordedEvent[], command: Id): boolean => events.some(({ meta }) => meta.command === command);

/** A step of a longer command: an id of its own, the same thread. */
export const step = (context: CommandContext, command: Id): CommandContext => ({
  ...context,
  command,
  correlation: context.correlation ?? context.command,
  causation: context.command,
});
