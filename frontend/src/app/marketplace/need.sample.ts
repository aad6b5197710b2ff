/** A need as the server tells it, for the tests of these pages. */
export const needSample = (change: object = {}): Record<string, unknown> => ({
  id: 'n1', kind: 'QUOTE', kindLabel: 'Demande de devis', status: 'validated', statusLabel: 'Validé', title: 'Nettoyage des locaux', placeLabel: 'Rennes (35)', deadline: '2099-06-30',
  submittedOn: '2026-11-20', lastChange: '2026-11-20T09:00:00Z', description: 'Trois passages par semaine.', anonymous: false, wholeFrance: false, distance: null, includeCountry: false, startsOn: null,
  shareAmount: false, questions: ['Sous quel délai ?'], supplierKinds: [], link: null, validatedOn: null, moderation: null, crowd: null, publicView: false, contactHidden: null, actions: [],
  buyer: { id: 'b1', name: 'Ville imaginaire', kindLabel: 'Collectivité' }, counts: { matched: 2, viewed: 1, interested: 1, declined: 0 },
  sectors: [{ code: 'locaux', label: 'Nettoyage de locaux', groupLabel: 'Propreté' }], prestaTypes: [], place: { code: '35238', kind: 'city', label: 'Rennes (35)' },
  perimeters: [{ code: '35238', kind: 'city', label: 'Rennes (35)' }], amount: null, exactAmount: null, amountLabel: null, outOfBracket: false, own: false, responseKinds: ['EMAIL'], contact: null, transaction: null, buyerSaid: null, mine: null,
  ...change,
});

export const relationSample = (change: object = {}): Record<string, unknown> => ({
  supplier: { id: 's1', name: 'Atelier imaginaire', kind: 'EI', kindLabel: 'Entreprise d’insertion', city: 'Rennes' }, local: false, status: 'matched', statusLabel: 'À traiter', source: 'EMAIL',
  viewedOn: '2026-11-20', interestedOn: null, declinedOn: null, declineReason: null, answers: [], contact: null, buyerSaid: null, supplierSaid: null,
  ...change,
});

export const wordsSample = {
  sectors: [{ code: 'proprete', label: 'Propreté', sectors: [{ code: 'locaux', label: 'Nettoyage de locaux', groupLabel: 'Propreté' }, { code: 'velos', label: 'Réparation de vélos', groupLabel: 'Réparations & Dépannages' }] }],
  marketplaceLabels: {
    supplierKinds: [{ code: 'EI', label: 'Entreprise d’insertion', family: 'insertion' }], prestaTypes: [{ code: 'PREST', label: 'Prestation de service' }], ranges: [],
    needKinds: [{ code: 'TENDER', label: 'Appel d’offres' }, { code: 'QUOTE', label: 'Demande de devis' }, { code: 'PROJ', label: 'Sourcing inversé' }],
    needKindsForSuppliers: [{ code: 'QUOTE', label: 'Demande de devis' }, { code: 'PROJ', label: 'Projet d’achat' }],
    needStatuses: [], amountBrackets: [{ code: '5-10K', label: '5-10 K€', impact: 'Environ 3 emplois pendant un mois.' }], responseKinds: [{ code: 'EMAIL', label: 'E-mail' }, { code: 'TEL', label: 'Téléphone' }, { code: 'EXTERN', label: 'Lien externe' }],
  },
};

export const meSample = (role: string): Record<string, unknown> => ({
  role, account: { id: 'u1', firstName: 'Claude', lastName: 'Fictif', email: 'claude@exemple.test' }, memberships: [],
  current: { organisationId: 'o1', type: 'x', name: 'Organisation imaginaire', kind: 'x', kindLabel: 'x', city: 'Rennes', department: '35', role, authorised: false, admin: true },
});
