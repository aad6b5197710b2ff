import { labels } from './label.js';

/** Kinds of prescriber organisations [organisations/PRS-1], in the alphabetical order of their labels but the two general ones, last. */
export const PRESCRIBER_KINDS = labels({
  AFPA: 'AFPA – Agence nationale pour la formation professionnelle des adultes',
  ASE: 'ASE – Aide sociale à l’enfance',
  CAARUD: 'CAARUD – Centre d’accueil et d’accompagnement à la réduction des risques pour usagers de drogues',
  CADA: 'CADA – Centre d’accueil de demandeurs d’asile',
  CAF: 'CAF – Caisse d’allocations familiales',
  CAP_EMPLOI: 'Cap emploi',
  CAVA: 'CAVA – Centre d’adaptation à la vie active',
  CCAS: 'CCAS – Centre communal ou intercommunal d’action sociale',
  CHRS: 'CHRS – Centre d’hébergement et de réinsertion sociale',
  CHU: 'CHU – Centre d’hébergement d’urgence',
  CIDFF: 'CIDFF – Centre d’information sur les droits des femmes et des familles',
  CPH: 'CPH – Centre provisoire d’hébergement',
  CSAPA: 'CSAPA – Centre de soins, d’accompagnement et de prévention en addictologie',
  E2C: 'E2C – École de la deuxième chance',
  EPIDE: 'EPIDE – Établissement pour l’insertion dans l’emploi',
  FT: 'France Travail',
  HUDA: 'HUDA – Hébergement d’urgence pour demandeurs d’asile',
  ML: 'Mission locale',
  MSA: 'MSA – Mutualité sociale agricole',
  OACAS: 'OACAS – Organisme d’accueil communautaire et d’activités solidaires',
  OIL: 'Opérateur d’intermédiation locative',
  ODC: 'Organisation délégataire du conseil départemental pour le suivi du RSA',
  OHPD: 'Organisme habilité par le préfet de département',
  OCASF: 'Organisme visé au 8° du I de l’article L. 312-1 du code de l’action sociale et des familles',
  PENSION: 'Pension de famille, résidence accueil',
  PIJ_BIJ: 'PIJ-BIJ – Point ou bureau information jeunesse',
  PJJ: 'PJJ – Protection judiciaire de la jeunesse',
  PLIE: 'PLIE – Plan local pour l’insertion et l’emploi',
  RS_FJT: 'Résidence sociale, foyer de jeunes travailleurs',
  PREVENTION: 'Service ou club de prévention',
  DEPT: 'Service social du conseil départemental',
  SPIP: 'SPIP – Service pénitentiaire d’insertion et de probation',
  Orienteur: 'Autre organisation (orienteur)',
  Autre: 'Autre',
});

/** The kind that can never be authorised [organisations/PRS-7]. */
export const UNAUTHORISABLE_KIND = 'Autre';
