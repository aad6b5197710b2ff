import type { ApplicationRow } from '../projections/application.row.js';

/** What happened, as the people concerned read it. */
export const TIMELINE_LABELS: Readonly<Record<string, string>> = {
  'hiring.ApplicationSubmitted': 'Candidature envoyée',
  'hiring.ApplicationPutUnderStudy': 'Candidature mise à l’étude',
  'hiring.ApplicationPostponed': 'Candidature mise en attente',
  'hiring.ApplicationAddedToPool': 'Candidature ajoutée au vivier',
  'hiring.ApplicationAccepted': 'Candidature acceptée',
  'hiring.ApplicationRefused': 'Candidature déclinée',
  'hiring.ApplicationMadeObsolete': 'Embauché ailleurs : candidature close',
  'hiring.HireCancelled': 'Embauche annulée',
};

export const timelineLabel = ({ type, role }: ApplicationRow['timeline'][number]): string =>
  type === 'hiring.ApplicationRefused' && role === 'system'
    ? 'Candidature déclinée automatiquement, faute de réponse'
    : (TIMELINE_LABELS[type] ?? type);

export const BY_THE_PLATFORM = 'La plateforme';
