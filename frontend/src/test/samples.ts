const person = { id: 'p1', displayName: 'Camille Exemple', masked: false, birthDate: '1990-05-12', city: 'Rennes', hasNir: true };

export const applicationSample = (change: object = {}): Record<string, unknown> => ({
  id: 'a1', status: 'new', statusLabel: 'Nouvelle candidature', submittedOn: '2026-11-10', lastChange: '2026-11-10T09:00:00Z', startsOn: null, endsOn: null,
  candidate: person, company: { id: 'c1', name: 'Atelier', kind: 'ACI', city: 'Rennes' },
  sender: { kind: 'PRESCRIBER', label: 'Prescripteur habilité', name: 'Nadia', organisation: 'Agence' }, jobs: [], openJobs: [], message: 'Bonjour', answer: null, privateAnswer: null,
  actions: ['putUnderStudy', 'accept', 'refuse'], behind: false, refusalReason: null, pass: null, diagnosis: null, eligibility: null,
  timeline: [{ at: '2026-11-10T09:00:00Z', type: 'sent', label: 'Candidature envoyée', by: 'Nadia', organisation: 'Agence' }],
  ...change,
});

export const labelsSample = {
  criteria: [
    { code: 'RSA', level: 1, label: 'Bénéficiaire du RSA', proof: 'attestation', excludes: [] },
    { code: 'SENIOR', level: 2, label: 'Senior (+50 ans)', proof: '', excludes: ['JEUNE'] },
    { code: 'JEUNE', level: 2, label: 'Jeune (-26 ans)', proof: '', excludes: [] },
  ],
  refusalReasons: [
    { code: 'no_position', label: 'Pas de recrutement en cours', proposed: true, excludedForGeiq: false, defaultAnswer: 'Nous ne recrutons pas.' },
    { code: 'auto', label: 'Automatique', proposed: false, excludedForGeiq: false, defaultAnswer: '' },
  ],
  companyKinds: [], prescriberKinds: [], institutionKinds: [], contractTypes: [{ code: 'APPRENTICESHIP', label: 'Contrat d’apprentissage' }, { code: 'PROFESSIONAL_TRAINING', label: 'Contrat de professionnalisation' }, { code: 'OTHER', label: 'Autre type de contrat' }],
  qualifications: [{ code: 'STATE_DIPLOMA', label: 'Diplôme d’état ou titre homologué' }, { code: 'CQP', label: 'CQP' }], qualificationLevels: [{ code: 'LEVEL_3', label: 'Niveau 3 (CAP, BEP)' }, { code: 'NOT_RELEVANT', label: 'Non concerné' }],
  applicationStatuses: [{ code: 'new', label: 'Nouvelle candidature' }], senderKinds: [], passStates: [], rome: [], regions: [],
};

export const eligibilitySample = (change: object = {}): Record<string, unknown> => ({
  eligible: false, diagnosisRequired: true, canDiagnose: true, by: null, pass: null, diagnosis: null,
  checks: [{ rule: 'IAE-3', code: 'criteria', met: false, sentence: 'Aucun critère coché.', enough: 'un critère de niveau 1.' }],
  ...change,
});

export const employerSample = (change: object = {}): Record<string, unknown> => ({
  id: 'c1', name: 'Atelier', kind: 'ACI', kindLabel: 'Atelier et chantier d’insertion', siret: '00000000000018', naf: '8130Z', nafLabel: 'Paysage', address: '1 rue de l’Essai',
  postCode: '35000', city: 'Rennes', department: '35', hiring: true, hasMembers: true, blocked: false, spontaneousOpen: true, jobs: [],
  ...change,
});

const account = { id: 'u1', firstName: 'Nadia', lastName: 'Exemple', email: 'nadia@exemple.test' };
/** Somebody who works in this company. */
export const memberOf = (organisationId: string): Record<string, unknown> => {
  const current = { organisationId, type: 'company', kind: 'ACI', name: 'Atelier', authorised: false, role: 'employer' };
  return { role: 'employer', account, current, memberships: [current] };
};
export const candidateSignedIn = { role: 'candidate', account, current: null, memberships: [] };
