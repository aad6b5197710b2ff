/** Sentences of the platform itself. */
export const platformRefusals = {
  'platform/not-open': () => 'Cette information n’est pas accessible.',
  'platform/sign-in-required': () => 'Connectez-vous pour continuer.',
  'platform/not-allowed': () => 'Votre rôle dans cette organisation ne permet pas cette action. Changez d’organisation si vous en avez plusieurs.',
  'platform/too-many-attempts': ({ minutes }: { minutes?: number }) =>
    `Trop de tentatives. Réessayez ${minutes === undefined ? 'plus tard' : minutes > 1 ? `dans ${minutes} minutes` : 'dans une minute'}.`,
  'platform/too-many-lookups': ({ minutes }: { minutes?: number }) =>
    `Vous avez fait beaucoup de recherches de candidats en peu de temps. Pour protéger les données des personnes, la recherche est suspendue : réessayez ${minutes === undefined ? 'plus tard' : minutes > 1 ? `dans ${minutes} minutes` : 'dans une minute'}.`,
  'platform/too-many-streams': () => 'Trop de pages sont ouvertes en même temps. Fermez-en, puis rechargez celle-ci : elle se mettra de nouveau à jour toute seule.',
  'platform/cross-site': () => 'Cette demande vient d’un autre site : elle a été refusée. Ouvrez la plateforme dans un nouvel onglet puis recommencez.',
  'platform/command-reused': () => 'Une autre action a déjà été enregistrée sous la même référence : celle-ci n’a pas été faite. Rechargez la page pour voir ce qui l’a été, puis recommencez.',
  'platform/bad-request': () => 'La demande n’est pas comprise. Rechargez la page puis réessayez.',
  'platform/too-complex': () => 'La demande porte sur trop d’informations à la fois. Demandez-en moins.',
  'platform/unexpected': ({ correlation }: { correlation?: string }) =>
    `Une erreur est survenue de notre côté. Réessayez dans un instant${correlation ? ` ; si elle persiste, indiquez au support la référence ${correlation}` : ''}.`,
  'input/invalid': () => 'Certaines informations sont à corriger.',
};
