import { impactOf } from '../domain/impact.js';

const number = (value: number): string => value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
const counted = (value: number, one: string, several: string): string => `${number(value)} ${value < 2 ? one : several}`;

/** What an amount pays, as a sentence; null where nothing can be said of it [marche/NEED-14]. */
export const impactWords = (amount: number): string | null => {
  const impact = impactOf(amount);
  if (!impact) return null;
  if ('hours' in impact) return `Ce montant représente environ ${counted(impact.hours, 'heure', 'heures')} de travail par mois.`;
  const { jobMonths, jobYears } = impact;
  return `Ce montant représente environ ${counted(jobMonths, 'emploi', 'emplois')} à temps plein pendant un mois, soit ${counted(jobYears, 'emploi', 'emplois')} sur un an.`;
};
