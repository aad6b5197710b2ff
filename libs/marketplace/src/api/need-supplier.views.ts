import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '#kernel';
import { DayScalar } from '#kernel/api';
import { ContactView } from './contacts.js';
import { SupplierRefView } from './supplier-ref.view.js';

@ObjectType('NeedAnswer')
export class NeedAnswerView {
  @Field(() => String) question!: string;
  @Field(() => String) answer!: string;
}
@ObjectType('TransactionAnswer')
export class TransactionAnswerView {
  @Field(() => String, { description: 'yes, no or not_yet.' }) answer!: string;
  @Field(() => Int, { nullable: true }) amount!: number | null;
  @Field(() => DayScalar) on!: Day;
  @Field(() => String, { nullable: true, description: 'How it went, for whoever wrote it and the team.' }) feedback!: string | null;
}
@ObjectType('NeedSupplier')
export class NeedSupplierView {
  @Field(() => SupplierRefView) supplier!: SupplierRefView;
  @Field(() => Boolean, { description: 'Its address is in the place of the need: that city, département or region.' }) local!: boolean;
  @Field(() => String, { description: 'matched, viewed, interested or declined; a supplier reads matched of its own until it answers.' }) status!: string;
  @Field(() => String) statusLabel!: string;
  @Field(() => String, { description: 'EMAIL: the need was sent to it; LINK: it opened the need by its address without being targeted.' }) source!: string;
  @Field(() => DayScalar, { nullable: true, description: 'The day it was written to about the need.' }) contactedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'The day somebody first followed the link it was sent.' }) linkOpenedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'The day somebody there first opened the need.' }) viewedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true }) interestedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true }) declinedOn!: Day | null;
  @Field(() => String, { nullable: true }) declineReason!: string | null;
  @Field(() => [NeedAnswerView]) answers!: NeedAnswerView[];
  @Field(() => ContactView, { nullable: true, description: 'The supplier’s, for the author once it is interested.' }) contact!: ContactView | null;
  @Field(() => TransactionAnswerView, { nullable: true }) buyerSaid!: TransactionAnswerView | null;
  @Field(() => TransactionAnswerView, { nullable: true }) supplierSaid!: TransactionAnswerView | null;
}
