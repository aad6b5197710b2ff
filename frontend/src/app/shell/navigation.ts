import type { Role } from '../shared/session/session';

export interface NavLink {
  readonly label: string;
  readonly path: string;
  readonly exact?: boolean;
}

const search: NavLink = { label: 'Trouver un employeur', path: '/employeurs' };
const suppliers: NavLink = { label: 'Trouver un fournisseur', path: '/fournisseurs' };
const figures: NavLink = { label: 'Chiffres', path: '/chiffres' };
const home: NavLink = { label: 'Accueil', path: '/', exact: true };

const own: Record<Role, readonly NavLink[]> = {
  prescriber: [
    { label: 'Candidats', path: '/candidats' },
    { label: 'Candidatures envoyées', path: '/candidatures/envoyees' },
    { label: 'PASS IAE', path: '/pass' },
  ],
  employer: [
    { label: 'Candidatures reçues', path: '/candidatures/recues' },
    { label: 'Candidatures envoyées', path: '/candidatures/envoyees' },
    { label: 'Candidats', path: '/candidats' },
    { label: 'PASS IAE', path: '/pass' },
  ],
  candidate: [
    { label: 'Mes candidatures', path: '/mon-espace/candidatures' },
    { label: 'Mon PASS IAE', path: '/mon-espace/pass' },
    { label: 'Mes données', path: '/mon-espace', exact: true },
    { label: 'Qui a lu mes données', path: '/mon-espace/consultations' },
  ],
  inspector: [{ label: 'Embauches', path: '/controle/embauches' }],
  staff: [
    { label: 'Besoins à valider', path: '/besoins/a-valider' },
    { label: 'Embauches', path: '/controle/embauches' },
    { label: 'Santé', path: '/sante' },
  ],
  buyer: [{ label: 'Mes besoins', path: '/besoins' }],
  supplier: [{ label: 'Besoins reçus', path: '/besoins/recus' }, { label: 'Ma fiche fournisseur', path: '/mon-offre' }],
};

export const navigationFor = (role: Role | null): readonly NavLink[] => [home, ...(role ? own[role] : []), ...(role === 'buyer' || role === 'supplier' ? [suppliers] : role ? [search] : [search, suppliers]), figures];
