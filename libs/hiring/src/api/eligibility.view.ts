import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#kernel';
import { ruleCheckView, RuleCheckView } from '#kernel/api';
import { PassView } from '#approvals/views';
import type { Assessment } from '../domain/assess.js';
import { DiagnosisView } from './diagnosis.view.js';

@ObjectType('Eligibility')
export class EligibilityView {
  @Field(() => Boolean) eligible!: boolean;
  @Field(() => Boolean, { description: 'The company would have to diagnose before hiring.' }) diagnosisRequired!: boolean;
  @Field(() => Boolean) canDiagnose!: boolean;
  @Field(() => String, { nullable: true, description: 'pass, prescriber_diagnosis or employer_diagnosis.' }) by!: string | null;
  @Field(() => [RuleCheckView]) checks!: RuleCheckView[];
  @Field(() => PassView, { nullable: true }) pass!: PassView | null;
  @Field(() => DiagnosisView, { nullable: true }) diagnosis!: DiagnosisView | null;
}

/** Rules an orienter may read: whether the person can be sent, not what is on their file. */
const OPEN_TO_ORIENTERS = ['approvals/waiting-period', 'hiring/check/outside-iae'];

export const eligibilityView = (
  assessment: Assessment,
  actor: Actor,
  pass: PassView | null,
  diagnosis: DiagnosisView | null,
): EligibilityView => {
  const { eligible, diagnosisRequired, canDiagnose, by, checks } = assessment;
  const orienter = actor.role === 'prescriber' && !actor.authorised;
  const shown = orienter ? checks.filter(({ code }) => OPEN_TO_ORIENTERS.includes(code)) : checks;
  return {
    ...{ eligible, diagnosisRequired, canDiagnose, by: orienter ? null : by, checks: shown.map(ruleCheckView) },
    ...{ pass: orienter ? null : pass, diagnosis: orienter ? null : diagnosis },
  };
};
