import { labels } from './label.js';

/** Who buys on the marketplace. */
export const BUYER_KINDS = labels({
  STATE: 'Service de l’État',
  LOCAL_AUTHORITY: 'Collectivité territoriale',
  PUBLIC_BODY: 'Établissement public',
  COMPANY: 'Entreprise',
  ASSOCIATION: 'Association',
});

/** Who sells on the marketplace: inclusive employers, and the adapted sector. */
export const SUPPLIER_KINDS = labels({
  ACI: 'Atelier chantier d’insertion',
  AI: 'Association intermédiaire',
  EI: 'Entreprise d’insertion',
  EITI: 'Entreprise d’insertion par le travail indépendant',
  ETTI: 'Entreprise de travail temporaire d’insertion',
  GEIQ: 'Groupement d’employeurs pour l’insertion et la qualification',
  EA: 'Entreprise adaptée',
  EATT: 'Entreprise adaptée de travail temporaire',
  ESAT: 'Établissement ou service de réadaptation par le travail',
  SEP: 'Produits et services du travail en détention',
});
