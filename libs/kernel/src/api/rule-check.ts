import { Field, ObjectType } from '@nestjs/graphql';
import type { RuleCheck } from '../refusal.js';
import { sentenceFor } from './sentences.js';

/** A rule that was looked at, as a person reads it. */
@ObjectType('RuleCheck')
export class RuleCheckView {
  @Field(() => String) rule!: string;
  @Field(() => String) code!: string;
  @Field(() => Boolean) met!: boolean;
  @Field(() => String, { description: 'What was looked at and found.' }) sentence!: string;
  @Field(() => String, { description: 'What would be enough; empty when the rule is met.' }) enough!: string;
}

/** The sentence is the catalogue's `code`, what would be enough its `code/enough`. */
export const ruleCheckView = (check: RuleCheck): RuleCheckView => ({
  rule: check.rule,
  code: check.code,
  met: check.met,
  sentence: sentenceFor(check.code, { ...check.inputs, met: check.met }) ?? check.code,
  enough: check.met ? '' : (sentenceFor(`${check.code}/enough`, { ...check.inputs, ...check.enough }) ?? ''),
});
