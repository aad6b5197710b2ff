import type { Door } from './door-tile';

const signIn = (next: string) => ({ path: '/connexion', params: { suite: next } });

/** What an anonymous visitor may be, in the order of their number. */
export const visitors: readonly (Door & { readonly who: string })[] = [
  { path: '/employeurs', who: 'Candidat', title: 'Je cherche un emploi', text: 'Trouver un employeur solidaire près de chez vous, puis suivre vos candidatures et votre PASS IAE.', art: 'avatar' },
  { ...signIn('/candidats'), who: 'Prescripteur', title: 'J’accompagne des personnes', text: 'Créer un candidat, établir son diagnostic d’éligibilité IAE et postuler pour lui.', art: 'human-cooperation' },
  { ...signIn('/candidatures/recues'), who: 'Employeur solidaire', title: 'Je recrute', text: 'Recevoir des candidatures, vérifier l’éligibilité, embaucher et obtenir le PASS IAE.', art: 'companie' },
  { path: '/fournisseurs', who: 'Acheteur', title: 'J’achète inclusif', text: 'Trouver un fournisseur inclusif par secteur d’activité et par lieu, ou publier un besoin.', art: 'contract' },
  { ...signIn('/besoins/recus'), who: 'Fournisseur inclusif', title: 'Je vends mes services', text: 'Recevoir les besoins d’achat qui correspondent à vos activités et y répondre.', art: 'community' },
  { ...signIn('/controle/embauches'), who: 'Inspecteur', title: 'Je contrôle', text: 'Lire l’histoire d’une embauche et vérifier qu’elle est intacte.', art: 'document-search' },
  { path: '/chiffres', who: 'Public', title: 'Je m’informe', text: 'Candidatures, embauches et PASS IAE délivrés, par région, département, type de structure et mois.', art: 'data-visualization' },
];
