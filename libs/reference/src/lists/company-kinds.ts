import { labels } from './label.js';

/** Kinds of inclusive employers [organisations/COM-1] to [organisations/COM-8]. EA and EATT are history only [emplois/CMP-1]. */
export const COMPANY_KINDS = labels({
  ACI: 'Atelier chantier d’insertion',
  AI: 'Association intermédiaire',
  EI: 'Entreprise d’insertion',
  EITI: 'Entreprise d’insertion par le travail indépendant',
  ETTI: 'Entreprise de travail temporaire d’insertion',
  GEIQ: 'Groupement d’employeurs pour l’insertion et la qualification',
  OPCS: 'Organisation porteuse de la clause sociale',
  EA: 'Entreprise adaptée',
  EATT: 'Entreprise adaptée de travail temporaire',
});
