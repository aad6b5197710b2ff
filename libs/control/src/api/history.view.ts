import type { Id, RecordedEvent } from '#kernel';
import type { PersonName } from '#identity';
import type { Organisation } from '#organisations';
import { detailsOf } from '../domain/french.js';
import { labelOfEvent } from '../domain/history-events.js';
import type { HistoryEntryView } from './hire.types.js';

/** Names found for the ids in a history. */
export interface Names {
  readonly accounts: ReadonlyMap<Id, PersonName>;
  readonly organisations: ReadonlyMap<Id, Organisation>;
}

const authorOf = ({ meta: { actor, role } }: RecordedEvent, { accounts }: Names): string | null => {
  if (role === 'system') return 'La plateforme';
  if (role === 'candidate') return 'La personne elle-même';
  const name = accounts.get(actor);
  return name ? `${name.firstName} ${name.lastName}` : null;
};

export const entryView = (event: RecordedEvent, names: Names): HistoryEntryView => {
  const { stream, revision, position, type, data, meta } = event;
  const { occurred, recorded, role, organisation, hash } = meta;
  return {
    stream, revision, position, type, label: labelOfEvent(event), occurred, recorded, by: authorOf(event, names), role,
    organisation: (organisation && names.organisations.get(organisation)?.name) ?? null, details: detailsOf(data), hash,
  };
};
