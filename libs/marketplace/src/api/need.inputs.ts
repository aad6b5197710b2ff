import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Day, Id } from '#kernel';
import { DayScalar } from '#kernel/api';

@InputType()
export class NeedInput {
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String) description!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) wholeFrance!: boolean | null;
  @Field(() => String, { nullable: true, description: 'Perimeter code; needed unless the whole of France.' }) place?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes; staff may correct them.' }) sectors?: string[] | null;
  @Field(() => DayScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DayScalar) deadline!: Day;
  @Field(() => String, { nullable: true, description: 'Code of a bracket.' }) amount?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) shareAmount!: boolean | null;
  @Field(() => [String], { nullable: true }) questions?: string[] | null;
  @Field(() => [String]) responseKinds!: string[];
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'PROJ only.' }) anonymous!: boolean | null;
  @Field(() => String, { nullable: true }) link?: string | null;
  @Field(() => String, { nullable: true, description: 'Shown to interested suppliers; the name is the account’s.' }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
}
@InputType()
export class NeedContactInput {
  @Field(() => String, { nullable: true, description: 'Needed when the need is answered by e-mail.' }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed when it is answered by phone.' }) phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed when it is answered by a link, and for a call for tenders.' }) link?: string | null;
}
@InputType()
export class QualifyInput {
  @Field(() => [String]) sectors!: string[];
  @Field(() => [String], { nullable: true, description: 'Empty: any.' }) prestaTypes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Empty: any.' }) supplierKinds?: string[] | null;
  @Field(() => [String], { nullable: true }) perimeters?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'Kilometres around the need’s city; 0 or null: off.' }) distance?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeCountry!: boolean | null;
}
@InputType({ description: 'A bracket is compared by the amount it stands for; needs without any amount are left out.' })
export class AmountFilter {
  @Field(() => String, { description: 'gte, gt, lte or lt.' }) operator!: string;
  @Field(() => Int, { description: 'Whole euros, above 0.' }) amount!: number;
}
@InputType()
export class TransactionInput {
  @Field(() => String, { description: 'yes, no; not_yet for buyers only.' }) answer!: string;
  @Field(() => ID, { nullable: true, description: 'Buyer or team answering yes: which of the suppliers of `contractPartners`; null for somebody else.' }) supplierId?: Id | null;
  @Field(() => Int, { nullable: true, description: 'Euros, whole, above 0; with yes only.' }) amount?: number | null;
  @Field(() => String, { nullable: true, description: 'Buyers and suppliers: how it went, in their words; read by themselves and the team.' }) feedback?: string | null;
}
