import type { Random } from './random.js';

/** Said somewhere in everything personal about a generated person: a log that contains it has leaked. */
export const MARKER = 'monde-imaginaire-7q4z';

const WOMEN = ['Aliénor', 'Bérénice', 'Capucine', 'Domitille', 'Églantine', 'Fantine', 'Guenièvre', 'Hermine', 'Isaure', 'Jacinthe', 'Kalinka', 'Lysandre', 'Mélusine', 'Ninon', 'Ondine', 'Pervenche', 'Quitterie', 'Rosalba', 'Sidonie', 'Titania', 'Urielle', 'Violaine', 'Wilhelmine', 'Yolande', 'Zélie'];
const MEN = ['Amadis', 'Barnabé', 'Candide', 'Désiré', 'Évariste', 'Fabrice', 'Gauvain', 'Hippolyte', 'Isidore', 'Jehan', 'Kléber', 'Lancelot', 'Melchior', 'Népomucène', 'Octave', 'Perceval', 'Quentin', 'Roland', 'Sigismond', 'Tancrède', 'Ulysse', 'Valère', 'Wenceslas', 'Yvain', 'Zadig'];
const BEGINNINGS = ['Brinde', 'Claire', 'Fauve', 'Grise', 'Haute', 'Jolie', 'Lune', 'Mont', 'Noire', 'Pierre', 'Roche', 'Songe', 'Tourne', 'Val', 'Verte', 'Aigue', 'Belle', 'Champ', 'Douce', 'Éper'];
const ENDINGS = ['lune', 'feuille', 'combe', 'brume', 'rive', 'plume', 'braise', 'source', 'neige', 'pie', 'lande', 'nuit', 'fable', 'chimère', 'mirage', 'étoile', 'aube', 'grelot', 'fontaine', 'folie'];

export interface Name {
  readonly firstName: string;
  readonly lastName: string;
}

/** Names out of old tales: nobody is called so. */
export const inventName = (random: Random, sex: 'F' | 'M'): Name => ({
  firstName: random.pick(sex === 'F' ? WOMEN : MEN),
  lastName: `${random.pick(BEGINNINGS)}${random.pick(ENDINGS)}`,
});

const IMAGINARY = ['Pont', 'Moulin', 'Jardin', 'Fournil', 'Chantier', 'Verger', 'Lavoir', 'Grenier', 'Pressoir', 'Sentier', 'Hangar', 'Quai', 'Rucher', 'Tilleul', 'Clocher', 'Phare', 'Belvédère', 'Colombier', 'Four', 'Passage'];
const QUALITIES = ['Imaginaire', 'Fictif', 'Rêvé', 'Inventé', 'Chimérique', 'Supposé'];
const PREFIX: Readonly<Record<string, string>> = {
  ACI: 'Atelier du', AI: 'Association du', EI: 'Entreprise du', ETTI: 'Intérim du', EITI: 'Indépendants du', GEIQ: 'GEIQ du', OPCS: 'Clauses sociales du', EA: 'Entreprise adaptée du', EATT: 'Intérim adapté du',
  FT: 'Agence France Travail du', ML: 'Mission locale du', DEPT: 'Service social du', CCAS: 'CCAS du', PLIE: 'PLIE du', CAP_EMPLOI: 'Cap emploi du', Orienteur: 'Accueil du', Autre: 'Collectif du', ESAT: 'ESAT du', SEP: 'Atelier clos du',
  STATE: 'Direction du', LOCAL_AUTHORITY: 'Collectivité du', PUBLIC_BODY: 'Établissement du', COMPANY: 'Société du', ASSOCIATION: 'Association du',
};

/** `Atelier du Pont Imaginaire – Obernai`: nobody can take it for a real organisation. */
export const inventOrganisation = (random: Random, kind: string, city: string): string => `${PREFIX[kind] ?? `${kind} du`} ${random.pick(IMAGINARY)} ${random.pick(QUALITIES)} – ${city}`;
