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

export const eventLabel = (type: string): string => LABELS[type] ?? type;
