import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Criterion } from '../lists/criteria.js';
import type { Label } from '../lists/label.js';
import type { RefusalReason } from '../lists/refusal-reasons.js';

@ObjectType('Label')
export class LabelView implements Label {
  @Field(() => String) declare code: string;
  @Field(() => String) declare label: string;
}

@ObjectType('Criterion')
export class CriterionView implements Pick<Criterion, 'code' | 'label' | 'proof' | 'excludes'> {
  @Field(() => String) declare code: string;
  @Field(() => Int) declare level: number;
  @Field(() => String) declare label: string;
  @Field(() => String) declare proof: string;
  @Field(() => [String]) declare excludes: string[];
}

@ObjectType('RefusalReason')
export class RefusalReasonView implements RefusalReason {
  @Field(() => String) declare code: string;
  @Field(() => String) declare label: string;
  @Field(() => Boolean) declare proposed: boolean;
  @Field(() => Boolean) declare excludedForGeiq: boolean;
  @Field(() => String) declare defaultAnswer: string;
}
