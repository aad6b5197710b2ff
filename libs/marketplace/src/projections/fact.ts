import type { DomainEvent, RecordedEvent } from '#kernel';

/** The recorded event as its domain type, whose `type` tells the compiler what `data` is. */
export const fact = <E extends DomainEvent>(event: RecordedEvent<E>): E => event as unknown as E;
