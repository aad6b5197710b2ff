import { type Actor, type Day, Refusal } from '#kernel';
import type { ApplicationStatus } from '../contract.js';
import { requireOwn } from './acceptance.js';
import type { ApplicationEvent, Submitted } from './application.state.js';

export interface Archive {
  readonly do: 'archive' | 'unarchive';
  readonly actor: Actor;
  readonly today: Day;
}

/** What is over and led to nothing; the others are still at work, or count for ever [emplois/REF-8]. */
const ARCHIVABLE: readonly ApplicationStatus[] = ['refused', 'cancelled', 'obsolete'];
export const isArchivable = (status: ApplicationStatus): boolean => ARCHIVABLE.includes(status);

export const archive = ({ do: what, actor, today: on }: Archive, state: Submitted): readonly ApplicationEvent[] => {
  requireOwn(state, actor);
  const { place, status, archived } = state;
  if (what === 'unarchive') {
    if (!archived) throw new Refusal('hiring/not-archived');
    return [{ type: 'hiring.ApplicationUnarchived', data: { ...place, on } }];
  }
  if (archived || !isArchivable(status)) throw new Refusal('hiring/not-archivable', { archived, status });
  return [{ type: 'hiring.ApplicationArchived', data: { ...place, on } }];
};
