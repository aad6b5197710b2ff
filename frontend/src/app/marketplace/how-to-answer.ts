import type { NeedPartsFragment } from './generated/graphql';

export interface HowToAnswer {
  readonly title: string;
  readonly steps: readonly string[];
  /** What whoever comes among the first is told. */
  readonly first: string;
}

/** The button of interest, by kind of need [marche/VIS-09]. */
export const interestLabel = ({ kind, anonymous, contactHidden }: Pick<NeedPartsFragment, 'kind' | 'anonymous' | 'contactHidden'>): string => {
  if (anonymous || contactHidden === 'gone') return 'Je suis intéressé !';
  return kind === 'TENDER' ? 'Voir l’appel d’offres' : 'Accéder aux coordonnées';
};

/** How many were there before, else an invitation to be among the first [marche/VIS-08]. */
export const othersBefore = (need: Pick<NeedPartsFragment, 'kind' | 'anonymous' | 'contactHidden' | 'crowd'>): string =>
  need.crowd ? `${need.crowd} fournisseurs inclusifs ont déjà pris contact avec ce client.` : howToAnswer(need).first;

const declare = 'Déclarez votre intérêt ci-dessous, en répondant aux questions du client s’il en pose.';
/** When nothing is left to reach the client with. */
const withoutContact = ['Le client lit votre fiche et vos réponses : il peut vous contacter.', 'S’il donne d’autres coordonnées, elles s’affichent sur cette page.'];

/** What a supplier is told before it answers, by kind of need [marche/NEED-27] [marche/VIS-08]. */
export function howToAnswer({ kind, anonymous, contactHidden }: Pick<NeedPartsFragment, 'kind' | 'anonymous' | 'contactHidden'>): HowToAnswer {
  const gone = contactHidden === 'gone';
  if (kind === 'TENDER') {
    return {
      title: 'Comment répondre à cet appel d’offres ?',
      first: 'Soyez parmi les premiers à consulter cet appel d’offres.',
      steps: gone ? [declare, ...withoutContact] : [declare, 'Le lien de la consultation s’affiche : retirez-y le dossier et lisez ses conditions.', 'Déposez votre offre sur la plateforme du client, avant la date qu’elle indique : une offre envoyée ailleurs ne serait pas reçue.'],
    };
  }
  const project = kind === 'PROJ';
  return {
    title: project ? 'Comment répondre à ce projet d’achat ?' : 'Comment répondre à cette demande de devis ?',
    first: project ? 'Soyez parmi les premiers à vous faire connaître pour ce projet.' : 'Soyez parmi les premiers à proposer un devis.',
    steps: [
      declare,
      ...(gone ? withoutContact : anonymous
        ? ['Le client, qui reste anonyme, lit vos réponses et votre fiche.', 'S’il retient votre structure, il vous contacte : gardez à jour l’adresse e-mail de votre fiche.']
        : ['Les coordonnées du client s’affichent : écrivez-lui ou appelez-le sans attendre.', project
            ? 'Présentez-lui ce que votre structure sait faire et dans quels délais ; il prépare encore son achat.'
            : 'Précisez avec lui ce qu’il attend, puis envoyez-lui votre devis avant la date de clôture.']),
    ],
  };
}
