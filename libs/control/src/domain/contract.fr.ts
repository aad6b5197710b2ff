import type { GeiqContract } from '#hiring';
import { CONTRACT_TYPES, labelOf, QUALIFICATION_LEVELS, QUALIFICATIONS } from '#reference';

/** What a GEIQ said of a contract, without the words it wrote. */
export const contractInWords = ({ type, weeklyHours, qualification, level, trainingHours, invertedVae }: GeiqContract): string =>
  [
    labelOf(CONTRACT_TYPES, type) + (invertedVae ? ' en VAE inversée' : ''),
    `${weeklyHours} h par semaine`,
    labelOf(QUALIFICATIONS, qualification),
    labelOf(QUALIFICATION_LEVELS, level),
    `${trainingHours} h de formation prévues`,
  ].join(', ');
