import type { Measure } from '../domain/fact.js';

const LABELS: Readonly<Record<string, string>> = {
  'hiring.ApplicationSubmitted': 'Candidature envoyée',
  'hiring.ApplicationAccepted': 'Candidature acceptée',
  'hiring.ApplicationRefused': 'Candidature refusée',
  'hiring.PassDelivered': 'PASS IAE délivré après vérification',
  'hiring.HireCancelled': 'Embauche annulée',
  'approvals.PassGranted': 'PASS IAE délivré',
  'approvals.PassStartMoved': 'Début du PASS IAE déplacé',
  'approvals.PassCancelled': 'PASS IAE annulé',
  'marketplace.NeedSubmitted': 'Besoin soumis à l’équipe',
  'marketplace.NeedSentBack': 'Besoin rendu à l’acheteur',
  'marketplace.NeedRejected': 'Besoin rejeté',
  'marketplace.NeedValidated': 'Besoin transmis aux fournisseurs',
  'marketplace.TransactionRecorded': 'Transaction enregistrée',
  'marketplace.TransactionAmountChanged': 'Montant de transaction modifié',
};

/** What the public reads: who is counted, not what came in and went out. */
const HELD: Readonly<Record<Measure, string>> = {
  application: 'Candidatures envoyées',
  accepted: 'Candidatures à l’état accepté',
  refused: 'Candidatures à l’état refusé',
  response: 'Premières réponses',
  hire: 'Premières acceptations',
  hire_cancelled: 'Embauches annulées',
  self_prescribed: 'Embauches en auto-prescription',
  in_pass: 'Embauches avec un PASS IAE déjà délivré',
  pass: 'PASS IAE délivrés',
  pass_cancelled: 'PASS IAE annulés',
  need: 'Besoins transmis aux fournisseurs',
  need_state: 'Besoins soumis à l’équipe',
  transaction: 'Transactions déclarées conclues',
};

export const eventLabel = (type: string): string => LABELS[type] ?? HELD[type as Measure] ?? type;
