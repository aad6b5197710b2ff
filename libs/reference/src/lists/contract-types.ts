import { labels } from './label.js';

/** Contract types of job descriptions [organisations/JOB-11]. */
export const CONTRACT_TYPES = labels({
  PERMANENT: 'CDI',
  PERMANENT_I: 'CDI inclusion',
  FIXED_TERM: 'CDD',
  FIXED_TERM_USAGE: 'CDD d’usage',
  FIXED_TERM_I: 'CDD insertion',
  FIXED_TERM_I_PHC: 'CDD-I PHC',
  FIXED_TERM_I_CVG: 'CDD-I CVG',
  FIXED_TERM_TREMPLIN: 'CDD Tremplin',
  APPRENTICESHIP: 'Contrat d’apprentissage',
  PROFESSIONAL_TRAINING: 'Contrat de professionnalisation',
  TEMPORARY: 'Contrat de mission intérimaire',
  BUSINESS_CREATION: 'Accompagnement à la création d’entreprise',
  OTHER: 'Autre type de contrat',
});

const SIAE = ['FIXED_TERM_I', 'FIXED_TERM_USAGE', 'TEMPORARY', 'PROFESSIONAL_TRAINING', 'OTHER'];
const ADAPTED = ['PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'FIXED_TERM_TREMPLIN', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER'];
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  ACI: SIAE,
  EI: SIAE,
  AI: SIAE,
  ETTI: SIAE,
  EITI: ['BUSINESS_CREATION', 'OTHER'],
  GEIQ: ['APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER'],
  OPCS: ['PERMANENT', 'FIXED_TERM', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER'],
  EA: ADAPTED,
  EATT: ADAPTED,
};

/** What a kind of company may offer, in the order of the form. */
export const contractTypesFor = (kind: string): readonly string[] =>
  BY_KIND[kind] ?? CONTRACT_TYPES.map(({ code }) => code).filter((code) => code !== 'FIXED_TERM_I_PHC' && code !== 'FIXED_TERM_I_CVG');
