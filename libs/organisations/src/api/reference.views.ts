import { Field, ObjectType } from '@nestjs/graphql';
import { CriterionView, LabelView, RefusalReasonView } from '#reference/views';

@ObjectType('Region')
export class RegionView {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('Department')
export class DepartmentView {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => RegionView) region!: RegionView;
}

@ObjectType('Source')
export class SourceView {
  @Field(() => String) name!: string;
  @Field(() => String) producer!: string;
  @Field(() => String) licence!: string;
  @Field(() => String) url!: string;
  @Field(() => String) usedFor!: string;
}

/** The lists that forms and filters offer. */
@ObjectType('Labels')
export class LabelsView {
  @Field(() => [CriterionView]) criteria!: readonly CriterionView[];
  @Field(() => [RefusalReasonView]) refusalReasons!: readonly RefusalReasonView[];
  @Field(() => [LabelView]) companyKinds!: readonly LabelView[];
  @Field(() => [LabelView]) prescriberKinds!: readonly LabelView[];
  @Field(() => [LabelView]) institutionKinds!: readonly LabelView[];
  @Field(() => [LabelView]) contractTypes!: readonly LabelView[];
  @Field(() => [LabelView]) qualifications!: readonly LabelView[];
  @Field(() => [LabelView]) qualificationLevels!: readonly LabelView[];
  @Field(() => [LabelView]) applicationStatuses!: readonly LabelView[];
  @Field(() => [LabelView]) senderKinds!: readonly LabelView[];
  @Field(() => [LabelView]) passStates!: readonly LabelView[];
  @Field(() => [LabelView]) rome!: readonly LabelView[];
  @Field(() => [LabelView]) regions!: readonly LabelView[];
}
