import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Actor, type CommandContext, type Day, type Id, InvalidInput, isId } from '#kernel';
import { DayScalar } from '#kernel/api';
import type { AcceptanceInput, ContractInput } from '../application/acceptance-drafts.js';

@InputType()
export class ApplicationInput {
  @Field(() => ID) candidateId!: Id;
  @Field(() => ID) companyId!: Id;
  @Field(() => [ID]) jobs!: Id[];
  @Field(() => String, { nullable: true }) message?: string | null;
  @Field(() => [String], { nullable: true, description: 'Present when an authorised prescriber diagnoses on the way.' }) criteria?:
    string[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) confirmRepeat!: boolean | null;
}
@InputType({ description: 'The contract of a GEIQ: all is mandatory but what is said not to be.' })
export class HireContractInput {
  @Field(() => String, { nullable: true, description: 'APPRENTICESHIP, PROFESSIONAL_TRAINING or OTHER.' }) type?: string | null;
  @Field(() => String, { nullable: true, description: 'Mandatory for OTHER, not kept otherwise.' }) details?: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 48.' }) weeklyHours?: number | null;
  @Field(() => String, { nullable: true }) qualification?: string | null;
  @Field(() => String, { nullable: true }) level?: string | null;
  @Field(() => Int, { nullable: true, description: 'None when nothing is said.' }) trainingHours?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Of PROFESSIONAL_TRAINING only, not heard otherwise.' }) invertedVae?: boolean | null;
}
@InputType({ description: '« Autre métier »: both are mandatory.' })
export class OtherJobInput {
  @Field(() => String, { nullable: true, description: 'ROME code' }) rome?: string | null;
  @Field(() => String, { nullable: true, description: 'INSEE code of the commune where the work is.' }) insee?: string | null;
}
@InputType()
export class AcceptInput {
  @Field(() => DayScalar) startsOn!: Day;
  @Field(() => DayScalar, { nullable: true }) endsOn?: Day | null;
  @Field(() => ID, { nullable: true }) jobId?: Id | null;
  @Field(() => OtherJobInput, { nullable: true, description: 'Instead of `jobId`: a job the company may not have described.' }) otherJob?: OtherJobInput | null;
  @Field(() => HireContractInput, { nullable: true, description: 'GEIQ only.' }) contract?: HireContractInput | null;
  @Field(() => String, { nullable: true }) answer?: string | null;
  @Field(() => ID, { nullable: true, description: 'A member of the company; empty when it is not known.' }) advisor?: Id | null;
  @Field(() => [String], { nullable: true, description: 'Present when the company diagnoses on the way.' }) criteria?: string[] | null;
}
@InputType()
export class HireDatesInput {
  @Field(() => DayScalar) startsOn!: Day;
  @Field(() => DayScalar, { nullable: true }) endsOn?: Day | null;
}
@InputType()
export class RefuseInput {
  @Field(() => String) reason!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) shareReason!: boolean | null;
  @Field(() => String) answer!: string;
  @Field(() => String, { nullable: true }) privateAnswer?: string | null;
}

export const acceptanceOf = ({ startsOn, endsOn = null, jobId = null, otherJob, contract, answer = null, criteria = null, advisor = null }: AcceptInput): AcceptanceInput => ({
  ...{ startsOn, endsOn, jobId, answer, criteria, advisor },
  otherJob: otherJob ? { rome: otherJob.rome || null, insee: otherJob.insee || null } : null,
  contract: contract ? contractOf(contract) : null,
});

const contractOf = ({ type, details, weeklyHours, qualification, level, trainingHours, invertedVae }: HireContractInput): ContractInput => ({
  ...{ type: type || null, details: details || null, weeklyHours: weeklyHours ?? null, qualification: qualification || null, level: level || null },
  ...{ trainingHours: trainingHours ?? null, invertedVae: invertedVae ?? null },
});

const MAX_TEXT = 5000;

/** The context of a form's command; ids and texts that cannot be are refused field by field. */
export const commandOf = (
  command: Id,
  actor: Actor,
  given: { readonly ids?: Record<string, string | null | undefined>; readonly texts?: Record<string, string | null | undefined> } = {},
): CommandContext => {
  const badIds = Object.entries({ command, ...given.ids }).filter(([, id]) => id !== null && id !== undefined && !isId(id));
  const longTexts = Object.entries(given.texts ?? {}).filter(([, text]) => (text?.length ?? 0) > MAX_TEXT);
  const problems = [
    ...badIds.map(([field]) => ({ field, code: 'hiring/malformed-id' })),
    ...longTexts.map(([field]) => ({ field, code: 'hiring/text-too-long', facts: { max: MAX_TEXT } })),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return { command, actor };
};
