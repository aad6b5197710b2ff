import type { Label } from './label.js';

/** One of the 18 administrative criteria of IAE eligibility [emplois/IAE-1]. `number` is the stable identifier used by statistics. */
export interface Criterion extends Label {
  readonly number: number;
  readonly level: 1 | 2;
  /** What the employer may be asked to show during a control. */
  readonly proof: string;
  /** Codes that cannot be chosen together with this one [emplois/IAE-2]. */
  readonly excludes: readonly string[];
}

const criterion = (number: number, level: 1 | 2, code: string, label: string, proof: string, excludes: readonly string[] = []): Criterion => ({ number, level, code, label, proof, excludes });

/** In display order: level 1, then level 2. */
export const CRITERIA: readonly Criterion[] = [
  criterion(1, 1, 'RSA', 'Bénéficiaire du RSA', 'Une attestation de RSA établie moins de 3 mois avant la délivrance du PASS IAE.'),
  criterion(2, 1, 'ASS', 'Allocataire ASS', 'Une attestation d’allocation de solidarité spécifique de moins de 3 mois.'),
  criterion(3, 1, 'AAH', 'Allocataire AAH', 'Une attestation d’allocation aux adultes handicapés de moins de 3 mois.'),
  criterion(4, 1, 'DETLD', 'DETLD (+ 24 mois)', 'Une attestation d’inscription de France Travail de moins de 3 mois, montrant plus de 24 mois de recherche d’emploi.', ['DELD']),
  criterion(5, 2, 'CAP_BEP', 'Niveau d’étude 3 (CAP, BEP) ou infra', 'Le diplôme, ou une déclaration sur l’honneur de moins de 3 mois.'),
  criterion(6, 2, 'SENIOR', 'Senior (+50 ans)', 'Une pièce d’identité montrant que la personne a 50 ans ou plus.', ['JEUNE']),
  criterion(7, 2, 'JEUNE', 'Jeune (-26 ans)', 'Une pièce d’identité montrant que la personne a moins de 26 ans.', ['SENIOR']),
  criterion(8, 2, 'ASE', 'Sortant de l’ASE', 'Une attestation de l’aide sociale à l’enfance de moins de 12 mois.'),
  criterion(9, 2, 'DELD', 'DELD (12-24 mois)', 'Une attestation d’inscription de France Travail de moins de 3 mois, montrant 12 à 24 mois de recherche d’emploi.', ['DETLD']),
  criterion(10, 2, 'TH', 'Travailleur handicapé', 'La reconnaissance de la qualité de travailleur handicapé, en cours de validité au jour du recrutement.'),
  criterion(11, 2, 'PI', 'Parent isolé', 'Une attestation de la CAF de moins de 3 mois.'),
  criterion(12, 2, 'PSH_PR', 'Personne sans hébergement ou hébergée ou ayant un parcours de rue', 'Un certificat de domiciliation de moins de 3 mois ; sans lui, une déclaration signée d’un travailleur social ou d’une association.'),
  criterion(13, 2, 'REF_DA', 'Réfugié statutaire, bénéficiaire d’une protection temporaire, protégé subsidiaire ou demandeur d’asile', 'Le titre de séjour, ou la demande de son renouvellement, valable le jour où le PASS IAE est délivré ; pour un demandeur d’asile, l’autorisation de travail.'),
  criterion(14, 2, 'ZRR', 'Résident ZRR/ZFRR', 'Un justificatif de domicile de moins de 6 mois.'),
  criterion(15, 2, 'QPV', 'Résident QPV', 'Un justificatif de domicile de moins de 6 mois.'),
  criterion(16, 2, 'DETENTION_MJ', 'Sortant de détention ou personne placée sous main de justice', 'Un billet de sortie ou une attestation du juge de l’application des peines de moins de 6 mois.'),
  criterion(17, 2, 'FLE', 'Maîtrise de la langue française inférieure au niveau A1', 'Une évaluation de français de moins de 6 mois, de niveau inférieur à A1.'),
  criterion(18, 2, 'PM', 'Problème de mobilité', 'Un diagnostic de mobilité de moins de 6 mois, fait par un prescripteur habilité.'),
];

export const criterionOf = (code: string): Criterion | undefined => CRITERIA.find((entry) => entry.code === code);
