import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor, Day, Id } from '#kernel';
import { DayScalar } from '#kernel/api';
import type { Pass } from '#approvals';
import { criterionOf } from '#reference';
import { CriterionView } from '#reference/views';
import type { DiagnosisWithPass } from '../projections/diagnosis-lists.js';

@ObjectType('Diagnosis')
export class DiagnosisView {
  @Field(() => ID) id!: Id;
  @Field(() => ID) candidateId!: Id;
  @Field(() => String, { description: 'prescriber or employer.' }) author!: string;
  @Field(() => String) organisationName!: string;
  @Field(() => DayScalar) on!: Day;
  @Field(() => DayScalar, { description: 'Expired from that day on.' }) expiresOn!: Day;
  @Field(() => Boolean) valid!: boolean;
  @Field(() => [CriterionView]) criteria!: CriterionView[];
  @Field(() => Boolean, { description: 'The read models had not caught up with the command.' }) behind!: boolean;
}

const criterionView = (code: string): CriterionView[] => {
  const criterion = criterionOf(code);
  return criterion ? [{ ...criterion, excludes: [...criterion.excludes] }] : [];
};

/** Which diagnoses of a person an actor may read: an employer's belongs to that employer, and to the person once it led to a PASS [emplois/IAE-12]. */
export const mayReadDiagnosis = (
  row: Pick<DiagnosisWithPass, 'candidateId' | 'author' | 'organisation' | 'passId'>,
  actor: Actor,
): boolean => {
  switch (actor.role) {
    case 'staff':
    case 'inspector':
      return true;
    case 'candidate':
      return row.candidateId === actor.id && (row.author === 'prescriber' || row.passId !== null);
    case 'prescriber':
      return actor.authorised && (row.author === 'prescriber' || row.passId !== null);
    case 'employer':
      return row.author === 'prescriber' || row.organisation === actor.organisation;
    default:
      return false;
  }
};

/** While the PASS born from it is valid, so is the diagnosis [emplois/IAE-11]. */
export const diagnosisView = (row: DiagnosisWithPass, organisationName: string, pass: Pass | null, today: Day, behind = false): DiagnosisView => {
  const expiresOn = pass && pass.passId === row.passId && pass.end >= today ? pass.end : row.expiresOn;
  return {
    id: row.id,
    candidateId: row.candidateId,
    author: row.author,
    organisationName,
    on: row.madeOn,
    expiresOn,
    valid: expiresOn === row.expiresOn ? row.expiresOn > today : true,
    criteria: row.criteria.flatMap(criterionView),
    behind,
  };
};
