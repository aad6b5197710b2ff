import type { CandidateNumbers } from '#identity';
import type { ApplicationLine, TimelineFact } from '../projections/application.row.js';

/** What happened, as the people concerned read it. */
export const TIMELINE_LABELS: Readonly<Record<string, string>> = {
  'hiring.ApplicationSubmitted': 'Candidature envoyée',
  'hiring.ApplicationPutUnderStudy': 'Candidature mise à l’étude',
  'hiring.ApplicationPostponed': 'Candidature mise en attente',
  'hiring.ApplicationAddedToPool': 'Candidature ajoutée au vivier',
  'hiring.ApplicationAccepted': 'Candidature acceptée',
  'hiring.ApplicationRefused': 'Candidature déclinée',
  'hiring.ApplicationMadeObsolete': 'Embauché ailleurs : candidature close',
  'hiring.PassDelivered': 'PASS IAE délivré après vérification',
  'hiring.PassDeliveryRefused': 'PASS IAE refusé après vérification',
  'hiring.HireDatesChanged': 'Dates du contrat modifiées',
  'hiring.HireCancelled': 'Embauche annulée',
};

export const timelineLabel = ({ type, role }: TimelineFact): string =>
  type === 'hiring.ApplicationRefused' && role === 'system'
    ? 'Candidature déclinée automatiquement, faute de réponse'
    : (TIMELINE_LABELS[type] ?? type);

/** What tells the person apart today, for staff who check. */
export const identitySentence = (numbers: CandidateNumbers | null): string => {
  if (!numbers) return 'Dossier effacé : il n’y a plus rien à vérifier.';
  if (numbers.nir === 'known') return 'Numéro de sécurité sociale ajouté depuis l’embauche : la personne est identifiée.';
  if (numbers.franceTravail === 'known') return 'Identifiant France Travail ajouté depuis l’embauche : la personne est identifiée.';
  if (numbers.franceTravail === 'not_registered')
    return 'Personne déclarée non inscrite à France Travail depuis l’embauche : elle est identifiée.';
  return 'Ni numéro de sécurité sociale, ni identifiant France Travail : vérifiez l’identité auprès de l’employeur.';
};

/** A PASS that staff had to check first. */
export const DELIVERY_LABELS: Readonly<Record<NonNullable<ApplicationLine['delivery']>, string>> = {
  pending: 'PASS IAE en cours de vérification',
  delivered: 'PASS IAE délivré après vérification',
  refused: 'PASS IAE refusé après vérification',
};

export const BY_THE_PLATFORM = 'La plateforme';
