import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Criterion } from '../lists/criteria.js';
import type { Label } from '../lists/label.js';
import type { RefusalReason } from '../lists/refusal-reasons.js';

@ObjectType('Label')
export class LabelView implements Label {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
}

@ObjectType('Criterion')
export class CriterionView implements Pick<Criterion, 'code' | 'label' | 'proof' | 'excludes'> {
  @Field(() => String) code!: string;
  @Field(() => Int) level!: number;
  @Field(() => String) label!: string;
  @Field(() => String) proof!: string;
  @Field(() => [String]) excludes!: string[];
}

@ObjectType('RefusalReason')
export class RefusalReasonView implements RefusalReason {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => Boolean) proposed!: boolean;
  @Field(() => Boolean) excludedForGeiq!: boolean;
  @Field(() => String) defaultAnswer!: string;
}
