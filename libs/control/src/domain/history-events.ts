import type { EventMeta, RecordedEvent } from '#kernel';
import type { ApprovalsEvent } from '#approvals';
import type { HiringEvent } from '#hiring';
import type { IdentityEvent } from '#identity';

/** Everything a hire's history is made of. */
export type HistoryEvent = HiringEvent | ApprovalsEvent | Extract<IdentityEvent, { type: `identity.Candidate${string}` }>;

/** What each fact is called on screen. The compiler asks for the label of a new one. */
export const EVENT_LABELS: Readonly<Record<HistoryEvent['type'], string>> = {
  'identity.CandidateRegistered': 'Dossier de la personne créé',
  'identity.CandidateChanged': 'Dossier de la personne modifié',
  'identity.CandidateConfirmed': 'Informations du dossier confirmées',
  'identity.CandidateErased': 'Données de la personne effacées',
  'hiring.EligibilityDiagnosed': 'Diagnostic d’éligibilité établi',
  'hiring.DiagnosisReplaced': 'Diagnostic remplacé par un nouveau',
  'hiring.ApplicationSubmitted': 'Candidature envoyée',
  'hiring.ApplicationPutUnderStudy': 'Candidature mise à l’étude',
  'hiring.ApplicationPostponed': 'Candidature mise en attente',
  'hiring.ApplicationAddedToPool': 'Candidature ajoutée au vivier',
  'hiring.AcceptanceRequested': 'Embauche demandée par l’employeur',
  'hiring.AcceptanceWithdrawn': 'Demande d’embauche abandonnée',
  'hiring.ApplicationAccepted': 'Candidature acceptée',
  'hiring.ApplicationRefused': 'Candidature refusée',
  'hiring.ApplicationMadeObsolete': 'Candidature devenue obsolète (embauche ailleurs)',
  'hiring.PassDelivered': 'PASS IAE délivré après vérification de l’identité',
  'hiring.PassDeliveryRefused': 'PASS IAE refusé après vérification de l’identité',
  'hiring.ApplicationArchived': 'Candidature archivée par l’employeur',
  'hiring.ApplicationUnarchived': 'Candidature sortie de l’archive',
  'hiring.CommentAdded': 'Commentaire interne ajouté par l’employeur',
  'hiring.CommentRemoved': 'Commentaire interne supprimé par son auteur',
  'hiring.HireDatesChanged': 'Dates du contrat modifiées avant son début',
  'hiring.HireCancelled': 'Embauche annulée',
  'approvals.PassGranted': 'PASS IAE accordé',
  'approvals.PassStartMoved': 'Début du PASS IAE déplacé',
  'approvals.HireCovered': 'Embauche couverte par le PASS IAE',
  'approvals.HireRescheduled': 'Début du contrat changé au PASS IAE',
  'approvals.HireCoverWithdrawn': 'Embauche retirée du PASS IAE',
  'approvals.PassCancelled': 'PASS IAE annulé',
  'approvals.PassNumbered': 'Numéro de PASS IAE attribué',
};

/** What the platform did by itself where somebody else usually does. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  'hiring.ApplicationArchived': 'Candidature archivée automatiquement, après 180 jours sans changement',
};

export const labelOfEvent = ({ type, meta }: { readonly type: string; readonly meta: Pick<EventMeta, 'role'> }): string =>
  (meta.role === 'system' ? BY_ITSELF[type] : undefined) ?? (EVENT_LABELS as Readonly<Record<string, string>>)[type] ?? type;

/** The recorded event with its data told apart by its type. */
export const asHistory = (event: RecordedEvent): HistoryEvent => event as unknown as HistoryEvent;
