import type { Role } from '../shared/session/session';

export interface NavLink {
  readonly label: string;
  readonly path: string;
  readonly exact?: boolean;
  /** A number of things waiting, that the header asks and shows. */
  readonly counted?: boolean;
}
/** A menu whose links are shown when it is opened. */
export interface NavGroup {
  readonly label: string;
  readonly links: readonly NavLink[];
}
export type NavEntry = NavLink | NavGroup;
export const isGroup = (entry: NavEntry): entry is NavGroup => 'links' in entry;

const search: NavLink = { label: 'Trouver un employeur', path: '/employeurs' };
const suppliers: NavLink = { label: 'Trouver un fournisseur', path: '/fournisseurs' };
const figures: NavLink = { label: 'Chiffres', path: '/chiffres' };
const home: NavLink = { label: 'Accueil', path: '/', exact: true };

const received: NavLink = { label: 'Besoins reçus', path: '/besoins/recus', counted: true };
const offer: NavLink = { label: 'Ma fiche fournisseur', path: '/mon-offre' };

const own: Record<Role, readonly NavEntry[]> = {
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
    { label: 'Marché', links: [received, offer, suppliers] },
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
    { label: 'PASS IAE à délivrer', path: '/pass-a-delivrer' },
    { label: 'Embauches', path: '/controle/embauches' },
    { label: 'Santé', path: '/sante' },
    suppliers,
  ],
  buyer: [{ label: 'Mes besoins', path: '/besoins' }],
  supplier: [received, offer],
};

export const navigationFor = (role: Role | null): readonly NavEntry[] => [home, ...(role ? own[role] : []), ...(role === 'buyer' || role === 'supplier' ? [suppliers] : role ? [search] : [search, suppliers]), figures];
