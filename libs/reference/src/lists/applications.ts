import { labels } from './label.js';

/** States of an application, with the words people read. */
export const APPLICATION_STATUSES = labels({
  new: 'Nouvelle candidature',
  processing: 'Candidature à l’étude',
  postponed: 'Candidature en attente',
  pool: 'Vivier de candidatures',
  prior_to_hire: 'Action préalable à l’embauche',
  accepted: 'Candidature acceptée',
  refused: 'Candidature déclinée',
  cancelled: 'Embauche annulée',
  obsolete: 'Embauché ailleurs',
});

/** Who sent an application, in the words people read: any employer is « Employeur », the receiving one too; `self` stays apart for figures [emplois/JA-1]. */
export const SENDER_KINDS = labels({
  job_seeker: 'Candidat',
  prescriber: 'Prescripteur habilité',
  orienter: 'Orienteur',
  employer: 'Employeur',
  self: 'Employeur',
});
