import { type Day, InvalidInput, isDay } from '#kernel';
import { commune } from '#reference';
import { birthDateProblem } from './birth-date.js';
import { type CandidateFile, NIR_REASONS, type NirReason } from './candidate-file.js';
import { isEmail, isProfessionalEmail, normaliseEmail } from './email.js';
import { FRANCE_TRAVAIL_REASONS, type FranceTravailReason, isFranceTravailId, normaliseFranceTravailId } from './france-travail.js';
import { nirAgreesWithBirth, nirProblem, normaliseNir, type Title, titleOfNir } from './nir.js';

type Typed = string | null | undefined;
export interface CandidateInput {
  readonly title?: Typed;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly nir?: Typed;
  readonly nirReason?: Typed;
  readonly franceTravailId?: Typed;
  readonly franceTravailReason?: Typed;
  readonly email?: Typed;
  readonly phone?: Typed;
  readonly address?: Typed;
  readonly postCode?: Typed;
  readonly insee?: Typed;
  readonly city?: Typed;
  readonly qpv?: boolean;
  readonly zrr?: boolean;
}

interface Circumstances {
  readonly today: Day;
  /** Somebody else fills the file in: France Travail must then be answered. */
  readonly thirdParty: boolean;
}
interface Problem {
  readonly field: string;
  readonly code: string;
}

const clean = (typed: Typed): string | null => typed?.trim().replace(/\s+/g, ' ') || null;
const oneOf = <T extends string>(values: readonly T[], typed: string | null): T | null => values.find((value) => value === typed) ?? null;

const titleFrom = (typed: Typed, nir: string | null): Title | null => {
  const letters = clean(typed)?.toUpperCase().replace('.', '') ?? null;
  if (letters === null) return nir && nirProblem(nir) === null ? titleOfNir(nir) : null;
  return letters === 'M' || letters === 'MME' ? letters : null;
};

/** A number given wins over a reason given: they exclude each other. */
const fileFrom = (input: CandidateInput): Omit<CandidateFile, 'title'> & { readonly title: Title | null } => {
  const nir = input.nir && normaliseNir(input.nir) ? normaliseNir(input.nir) : null;
  const franceTravailId = input.franceTravailId && clean(input.franceTravailId) ? normaliseFranceTravailId(input.franceTravailId) : null;
  const email = clean(input.email);
  const insee = clean(input.insee)?.toUpperCase() ?? null;
  return {
    title: titleFrom(input.title, nir),
    firstName: clean(input.firstName) ?? '',
    lastName: clean(input.lastName) ?? '',
    birthDate: input.birthDate,
    nir,
    nirReason: nir ? null : oneOf<NirReason>(NIR_REASONS, clean(input.nirReason)),
    franceTravailId,
    franceTravailReason: franceTravailId ? null : oneOf<FranceTravailReason>(FRANCE_TRAVAIL_REASONS, clean(input.franceTravailReason)),
    email: email && normaliseEmail(email),
    phone: clean(input.phone)?.replace(/[ .-]/g, '') ?? null,
    address: clean(input.address),
    postCode: clean(input.postCode),
    insee,
    // The official name, whatever was typed beside the code.
    city: (insee && commune(insee)?.name) ?? clean(input.city),
    ...(input.qpv === undefined ? {} : { qpv: input.qpv }),
    ...(input.zrr === undefined ? {} : { zrr: input.zrr }),
  };
};

type Draft = ReturnType<typeof fileFrom>;

function* nirProblems(file: Draft): Generator<Problem> {
  if (!file.nir) {
    if (!file.nirReason) yield { field: 'nir', code: 'identity/nir-or-reason' };
    return;
  }
  const problem = nirProblem(file.nir);
  if (problem) yield { field: 'nir', code: problem };
  else if (file.title && titleOfNir(file.nir) !== file.title) yield { field: 'nir', code: 'identity/nir-title' };
  else if (isDay(file.birthDate) && !nirAgreesWithBirth(file.nir, file.birthDate)) yield { field: 'nir', code: 'identity/nir-birth-date' };
}

function* identityProblems(file: Draft, today: Day): Generator<Problem> {
  if (!file.title) yield { field: 'title', code: 'identity/title-missing' };
  for (const field of ['firstName', 'lastName'] as const) {
    if (!file[field]) yield { field, code: 'identity/name-missing' };
    else if (file[field].length > 100 || !/\p{Letter}/u.test(file[field])) yield { field, code: 'identity/name-shape' };
  }
  if (!isDay(file.birthDate)) yield { field: 'birthDate', code: 'identity/birth-date-shape' };
  else {
    const problem = birthDateProblem(file.birthDate, today);
    if (problem) yield { field: 'birthDate', code: problem };
  }
}

function* contactProblems(file: Draft): Generator<Problem> {
  if (file.email && !isEmail(file.email)) yield { field: 'email', code: 'identity/email-shape' };
  else if (file.email && isProfessionalEmail(file.email)) yield { field: 'email', code: 'identity/email-professional' };
  if (file.phone && !/^\+?\d{10,15}$/.test(file.phone)) yield { field: 'phone', code: 'identity/phone-shape' };
}

/** A street, a post code and a commune that go together [emplois/CAN-16]. */
function* addressProblems({ address, postCode, insee }: Draft): Generator<Problem> {
  if (!address) yield { field: 'address', code: 'identity/address-missing' };
  else if (address.length > 200) yield { field: 'address', code: 'identity/text-too-long' };
  const place = insee ? commune(insee) : null;
  if (!postCode) yield { field: 'postCode', code: 'identity/post-code-missing' };
  else if (!/^\d{5}$/.test(postCode)) yield { field: 'postCode', code: 'identity/post-code-shape' };
  // A handful of communes without inhabitants have no post code of their own.
  else if (place && place.postCodes.length > 0 && !place.postCodes.includes(postCode)) yield { field: 'postCode', code: 'identity/post-code-elsewhere' };
  if (!place) yield { field: 'insee', code: insee ? 'identity/commune-unknown' : 'identity/commune-missing' };
}

function* franceTravailProblems(file: Draft, thirdParty: boolean): Generator<Problem> {
  if (file.franceTravailId) {
    if (!isFranceTravailId(file.franceTravailId)) yield { field: 'franceTravailId', code: 'identity/france-travail-shape' };
  } else if (thirdParty && !file.franceTravailReason) yield { field: 'franceTravailId', code: 'identity/france-travail-or-reason' };
}

/** What keeps a number from being this person's, by its shape, their title or their birth date. */
export const problemsOfNir = (file: CandidateFile, nir: string): readonly Problem[] =>
  nir ? [...nirProblems({ ...file, nir, nirReason: null })] : [{ field: 'nir', code: 'identity/nir-length' }];

/** The same file with this number. @throws InvalidInput when the number is wrong, or somebody else's by its title or birth date */
export const withNir = (file: CandidateFile, typed: string): CandidateFile => {
  const nir = normaliseNir(typed);
  const problems = problemsOfNir(file, nir);
  if (problems.length > 0) throw new InvalidInput(problems);
  return { ...file, nir, nirReason: null };
};

/** The file as it will be kept. @throws InvalidInput naming every field that is wrong, one entry each */
export const readCandidate = (input: CandidateInput, { today, thirdParty }: Circumstances): CandidateFile => {
  const file = fileFrom(input);
  const problems = [
    ...identityProblems(file, today),
    ...nirProblems(file),
    ...franceTravailProblems(file, thirdParty),
    ...contactProblems(file),
    ...addressProblems(file),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return file as CandidateFile;
};
