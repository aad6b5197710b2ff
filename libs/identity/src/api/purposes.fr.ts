const PURPOSES: Readonly<Record<string, string>> = {
  'candidate-file': 'Ouverture de votre fiche',
  'candidate-written': 'Création ou modification de votre fiche',
  'candidate-by-nir': 'Recherche par numéro de sécurité sociale',
  'candidate-by-email': 'Recherche par adresse e-mail',
  'candidate-duplicate': 'Vérification que vous n’étiez pas déjà inscrit',
  'person-erasure': 'Préparation de l’effacement de vos données',
  'candidates-list': 'Liste de candidats',
  'applications-list': 'Liste de candidatures',
  'application-file': 'Ouverture d’une candidature',
  application: 'Ouverture d’une candidature',
  eligibility: 'Vérification de l’éligibilité',
  diagnoses: 'Lecture de vos diagnostics d’éligibilité',
  'diagnosis-preparation': 'Préparation d’un diagnostic d’éligibilité',
  pass: 'Consultation de votre PASS IAE',
  'passes-list': 'Liste de PASS IAE',
  'pass-attestation': 'Attestation de votre PASS IAE, imprimée par votre employeur',
  'passes-to-deliver': 'Vérification avant la délivrance d’un PASS IAE',
  'control-hires': 'Liste d’embauches, par un service de contrôle',
  'needs-list': 'Liste de besoins d’achat',
  'need-page': 'Ouverture d’un besoin d’achat',
  'need-suppliers': 'Fournisseurs intéressés par un besoin d’achat',
  'supplier-contact': 'Coordonnées sur la page d’un fournisseur',
  'control-history': 'Contrôle de l’historique d’une embauche',
  'control-history-export': 'Export signé de l’historique d’une embauche',
};

/** What a person reads about why their data was looked at. */
export const purposeLabel = (purpose: string): string => PURPOSES[purpose] ?? 'Consultation dans le cadre de votre parcours';
