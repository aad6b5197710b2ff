import type { FieldProblem } from '../shared/graphql/errors';
import type { HireContractInput } from '../shared/graphql/generated/graphql';

/** The contract of a GEIQ as it is being written [emplois/ACP-5]. */
export interface ContractDraft {
  readonly type: string;
  readonly details: string;
  readonly weeklyHours: string;
  readonly qualification: string;
  readonly level: string;
  readonly trainingHours: string;
  readonly invertedVae: boolean;
}
export const NO_CONTRACT: ContractDraft = { type: '', details: '', weeklyHours: '', qualification: '', level: '', trainingHours: '0', invertedVae: false };

const MOST_HOURS = 48;
const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);
const problem = (field: string, code: string, message: string): FieldProblem => ({ field: `contract.${field}`, code: `hiring/${code}`, message });
const between = (n: number | null, least: number, most: number) => n !== null && n >= least && n <= most;

export const contractProblems = ({ type, details, weeklyHours, qualification, level, trainingHours }: ContractDraft): readonly FieldProblem[] => [
  ...(type ? [] : [problem('type', 'contract-type-missing', 'Choisissez le type de contrat.')]),
  ...(type === 'OTHER' && !details.trim() ? [problem('details', 'contract-details-missing', 'Précisez de quel type de contrat il s’agit.')] : []),
  ...(between(whole(weeklyHours), 1, MOST_HOURS) ? [] : [problem('weeklyHours', 'weekly-hours', `Indiquez un nombre entier d’heures de 1 à ${MOST_HOURS}.`)]),
  ...(qualification ? [] : [problem('qualification', 'qualification-missing', 'Choisissez le type de qualification visé.')]),
  ...(level ? [] : [problem('level', 'level-missing', 'Choisissez le niveau de qualification visé.')]),
  ...(level === 'NOT_RELEVANT' && qualification === 'STATE_DIPLOMA' ? [problem('level', 'level-of-a-diploma', 'Un diplôme d’état ou titre homologué a toujours un niveau. Choisissez-le.')] : []),
  ...(between(whole(trainingHours), 0, Infinity) ? [] : [problem('trainingHours', 'training-hours', 'Indiquez un nombre entier d’heures, 0 s’il n’y en a pas.')]),
];

export const contractInput = ({ weeklyHours, trainingHours, ...draft }: ContractDraft): HireContractInput => ({
  ...{ type: draft.type, qualification: draft.qualification, level: draft.level, weeklyHours: whole(weeklyHours), trainingHours: whole(trainingHours) },
  details: draft.type === 'OTHER' ? draft.details.trim() : null,
  invertedVae: draft.type === 'PROFESSIONAL_TRAINING' && draft.invertedVae,
});
