import { InvalidInput, Refusal } from '#kernel';
import type { CandidateFile } from './candidate-file.js';
import { problemsOfNir } from './candidate-input.js';
import { normaliseNir } from './nir.js';

export interface NirCorrectionInput {
  readonly nir: string;
  readonly justification: string;
}
/** Sealed as one text. */
export interface CorrectedNumbers {
  readonly from: string;
  readonly to: string;
}
const SHORTEST = 10;
const LONGEST = 2000;

/** What is asked for, as it will be kept. @throws Refusal; InvalidInput naming each field that is wrong */
export const readNirCorrection = (file: CandidateFile, typed: NirCorrectionInput): { readonly numbers: CorrectedNumbers; readonly justification: string } => {
  if (!file.nir) throw new Refusal('identity/nir-correction-nothing');
  const nir = normaliseNir(typed.nir);
  const justification = typed.justification.trim();
  const problems = nir === file.nir ? [{ field: 'nir', code: 'identity/nir-correction-same' }] : [...problemsOfNir(file, nir)];
  if (justification.length < SHORTEST || justification.length > LONGEST) problems.push({ field: 'justification', code: 'identity/nir-correction-justification' });
  if (problems.length > 0) throw new InvalidInput(problems);
  return { numbers: { from: file.nir, to: nir }, justification };
};

/** Why a request is refused, for whoever asked. @throws InvalidInput */
export const readExplanation = (typed: string): string => {
  const explanation = typed.trim();
  if (!explanation || explanation.length > LONGEST) throw new InvalidInput([{ field: 'explanation', code: 'identity/nir-correction-explanation' }]);
  return explanation;
};
