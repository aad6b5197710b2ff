import type { Choice } from '../shared/ui/select-field';

export const titles: readonly Choice[] = [
  { code: 'M', label: 'Monsieur' },
  { code: 'MME', label: 'Madame' },
];
export const nirReasons: readonly Choice[] = [
  { code: 'NO_NIR', label: 'Pas de numéro de sécurité sociale' },
  { code: 'NIR_ASSOCIATED_TO_OTHER', label: 'Le numéro de sécurité sociale est associé à quelqu’un d’autre' },
];
export const franceTravailReasons: readonly Choice[] = [
  { code: 'FORGOTTEN', label: 'Identifiant France Travail oublié' },
  { code: 'NOT_REGISTERED', label: 'Non inscrit auprès de France Travail' },
];

export const labelIn = (choices: readonly Choice[], code: string | null | undefined): string => (code ? (choices.find((c) => c.code === code)?.label ?? code) : 'Non renseigné');

const fields: Record<string, string> = {
  title: 'civilité', firstName: 'prénom', lastName: 'nom', birthDate: 'date de naissance', nir: 'numéro de sécurité sociale', nirReason: 'motif d’absence de numéro',
  franceTravailId: 'identifiant France Travail', franceTravailReason: 'motif d’absence d’identifiant', email: 'adresse e-mail', phone: 'téléphone', address: 'adresse',
  postCode: 'code postal', insee: 'commune', city: 'commune', department: 'département',
};
export const fieldLabel = (name: string): string => fields[name] ?? name;

/** Asked first by the find wizard; spaces are for reading only. */
export const tidyNir = (value: string): string => value.replace(/\s/g, '').toUpperCase();

/** Shape and key of a social security number; the server checks the rest. */
export function nirProblem(value: string): string {
  const nir = tidyNir(value);
  if (!/^[123478]\d{4}(\d{2}|2A|2B)\d{6}\d{2}$/.test(nir)) return 'Le numéro de sécurité sociale comporte 15 caractères et commence par 1, 2, 3, 4, 7 ou 8.';
  const body = nir.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97n - (BigInt(body) % 97n) === BigInt(nir.slice(13)) ? '' : 'La clé (les deux derniers chiffres) ne correspond pas au numéro : vérifiez la saisie.';
}
