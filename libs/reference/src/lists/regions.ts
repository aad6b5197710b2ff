import type { Label } from './label.js';

/** The 18 regions, then the overseas territories that are their own region. */
export const REGIONS: readonly Label[] = [
  { code: '01', label: 'Guadeloupe' },
  { code: '02', label: 'Martinique' },
  { code: '03', label: 'Guyane' },
  { code: '04', label: 'La Réunion' },
  { code: '06', label: 'Mayotte' },
  { code: '11', label: 'Île-de-France' },
  { code: '24', label: 'Centre-Val de Loire' },
  { code: '27', label: 'Bourgogne-Franche-Comté' },
  { code: '28', label: 'Normandie' },
  { code: '32', label: 'Hauts-de-France' },
  { code: '44', label: 'Grand Est' },
  { code: '52', label: 'Pays de la Loire' },
  { code: '53', label: 'Bretagne' },
  { code: '75', label: 'Nouvelle-Aquitaine' },
  { code: '76', label: 'Occitanie' },
  { code: '84', label: 'Auvergne-Rhône-Alpes' },
  { code: '93', label: "Provence-Alpes-Côte d'Azur" },
  { code: '94', label: 'Corse' },
  { code: '975', label: 'Saint-Pierre-et-Miquelon' },
  { code: '977', label: 'Saint-Barthélemy' },
  { code: '978', label: 'Saint-Martin' },
  { code: '986', label: 'Wallis et Futuna' },
  { code: '987', label: 'Polynésie française' },
  { code: '988', label: 'Nouvelle-Calédonie' },
];
