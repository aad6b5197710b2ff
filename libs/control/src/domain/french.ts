import { type Day, dayOf, isDay } from '#kernel';
import { displayNumber, type PassOrigin } from '#approvals';
import { contractInWords } from './contract.fr.js';
import { APPLICATION_STATUSES, commune, COMPANY_KINDS, CRITERIA, DEPARTMENTS, labelOf, PRESCRIBER_KINDS, REFUSAL_REASONS, romeLabel, SENDER_KINDS } from '#reference';

export interface KnownFact {
  readonly label: string;
  readonly value: string;
}

/** `09/03/2026`. */
export const shortDay = (day: Day): string => day.split('-').reverse().join('/');
export const yesNo = (value: boolean): string => (value ? 'Oui' : 'Non');
export const authorLabel = (author: string): string => (author === 'prescriber' ? 'Prescripteur habilité' : 'Employeur (auto-prescription)');
export const criteriaLabels = (codes: readonly string[]): string => (codes.length === 0 ? 'Aucun' : codes.map((code) => labelOf(CRITERIA, code)).join(' ; '));
export const statusLabel = (status: string): string => labelOf(APPLICATION_STATUSES, status);

type Tell = (value: never) => string;
const day: Tell = (value: string) => shortDay(isDay(value) ? value : dayOf(value));
const known: Tell = (value: string) => (value === 'known' ? 'Renseigné' : value === 'not_registered' ? 'Non inscrit' : value === 'forgotten' ? 'Oublié' : 'Non renseigné');
const FILE_FIELDS: Readonly<Record<string, string>> = {
  title: 'civilité', firstName: 'prénom', lastName: 'nom', birthDate: 'date de naissance', nir: 'numéro de sécurité sociale', nirReason: 'motif d’absence du numéro de sécurité sociale',
  franceTravailId: 'identifiant France Travail', franceTravailReason: 'motif d’absence d’identifiant France Travail', email: 'adresse électronique', phone: 'téléphone', address: 'adresse',
  postCode: 'code postal', insee: 'commune', city: 'ville',
};

/** Fields of events worth reading, in the order in which they are shown. Ids are left out: who and where is said beside. */
const FIELDS: readonly (readonly [field: string, label: string, tell: Tell])[] = [
  ['on', 'Date', day],
  ['sender', 'Envoyée par', (value: string) => labelOf(SENDER_KINDS, value)],
  ['senderOrganisationKind', 'Type d’organisation', (value: string) => labelOf([...PRESCRIBER_KINDS, ...COMPANY_KINDS], value)],
  ['author', 'Auteur', authorLabel],
  ['diagnosisAuthor', 'Diagnostic établi par', authorLabel],
  ['organisationKind', 'Type d’organisation', (value: string) => labelOf([...PRESCRIBER_KINDS, ...COMPANY_KINDS], value)],
  ['criteria', 'Critères', criteriaLabels],
  ['expiresOn', 'Expire le', day],
  ['companyKind', 'Type d’employeur', (value: string) => labelOf(COMPANY_KINDS, value)],
  ['companyDepartment', 'Département de l’employeur', (value: string) => labelOf(DEPARTMENTS, value)],
  ['startsOn', 'Début du contrat', day],
  ['endsOn', 'Fin du contrat', day],
  ['contract', 'Contrat', contractInWords],
  ['newJob', 'Autre métier, nouveau dans la structure', ({ rome, insee }: { rome: string; insee: string }) => `${romeLabel(rome)} (${rome}), ${commune(insee)?.name ?? insee}`],
  ['before', 'Dates d’avant', ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }) => `du ${shortDay(startsOn)}${endsOn ? ` au ${shortDay(endsOn)}` : ', sans date de fin'}`],
  ['start', 'Début du PASS IAE', day],
  ['end', 'Fin du PASS IAE', day],
  ['number', 'Numéro', displayNumber],
  ['pass', 'PASS IAE', ({ number, start, end }: { number: string; start: Day; end: Day }) => `${displayNumber(number)}, du ${shortDay(start)} au ${shortDay(end)}`],
  ['origin', 'Origine du PASS IAE', ({ siret, sender, prescriberKind }: PassOrigin) => [siret && `SIRET ${siret}`, labelOf(SENDER_KINDS, sender), prescriberKind && labelOf(PRESCRIBER_KINDS, prescriberKind)].filter(Boolean).join(', ')],
  ['isNew', 'Nouveau PASS IAE', yesNo],
  ['selfPrescription', 'Auto-prescription', yesNo],
  ['manualDelivery', 'PASS IAE à délivrer après vérification', yesNo],
  ['diagnosis', 'Diagnostic retenu', ({ author, expiresOn }: { author: string; expiresOn: Day }) => `${authorLabel(author)}, valable jusqu’à la veille du ${shortDay(expiresOn)}`],
  ['submittedOn', 'Candidature du', day],
  ['reason', 'Motif', (value: string) => labelOf(REFUSAL_REASONS, value)],
  ['shared', 'Motif communiqué au candidat', yesNo],
  ['automatic', 'Refus automatique', yesNo],
  ['nir', 'Numéro de sécurité sociale', known],
  ['franceTravail', 'Identifiant France Travail', known],
  ['sentByAuthorisedPrescriber', 'Envoyée par un prescripteur habilité', yesNo],
  ['fields', 'Champs modifiés', (fields: readonly string[]) => fields.map((field) => FILE_FIELDS[field] ?? field).join(', ')],
  ['age', 'Âge', (value: number) => `${value} ans`],
  ['department', 'Département', (value: string) => labelOf(DEPARTMENTS, value)],
  ['qpv', 'Quartier prioritaire (QPV)', yesNo],
  ['zrr', 'Zone de revitalisation rurale (ZRR)', yesNo],
];

/** What an event says, field by field. */
export const detailsOf = (data: object): readonly KnownFact[] => {
  const fields = data as Readonly<Record<string, unknown>>;
  return FIELDS.filter(([field]) => fields[field] !== undefined && fields[field] !== null).map(([field, label, tell]) => ({ label, value: tell(fields[field] as never) }));
};
