import { type Day, daysBetween } from '#kernel';
import type { ApplicationStatus } from '../contract.js';
import type { ApplicationEvent, Submitted } from './application.state.js';

export interface ArchiveAutomatically {
  readonly do: 'archiveAutomatically';
  readonly today: Day;
}

export const DAYS_BEFORE_AUTOMATIC_ARCHIVE = 180;

/** Hires count for ever, and whoever is in the pool or before a hire is still hoped for: those never leave in silence [emplois/REF-7]. */
export const ARCHIVED_AUTOMATICALLY: readonly ApplicationStatus[] = ['new', 'processing', 'postponed', 'refused', 'cancelled', 'obsolete'];

/** Nothing is decided when something has changed in the meantime. */
export const archiveAutomatically = ({ today: on }: ArchiveAutomatically, { place, status, archived, changedOn }: Submitted): readonly ApplicationEvent[] => {
  const due = !archived && ARCHIVED_AUTOMATICALLY.includes(status) && daysBetween(changedOn, on) >= DAYS_BEFORE_AUTOMATIC_ARCHIVE;
  return due ? [{ type: 'hiring.ApplicationArchived', data: { ...place, on } }] : [];
};
