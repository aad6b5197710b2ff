import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AmountBracketView } from './marketplace-labels.views.js';
import { SupplierRefView } from './supplier-ref.view.js';

@ObjectType('BuyerRef')
export class BuyerRefView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
}
@ObjectType('NeedCounts', { description: 'For the author and staff.' })
export class NeedCountsView {
  @Field(() => Int) matched!: number;
  @Field(() => Int, { description: 'Have been written to about it.' }) contacted!: number;
  @Field(() => Int, { description: 'Have opened the need, whatever they answered.' }) viewed!: number;
  @Field(() => Int) interested!: number;
  @Field(() => Int) declined!: number;
}
@ObjectType('TransactionOutcome')
export class TransactionOutcomeView {
  @Field(() => Boolean) signed!: boolean;
  @Field(() => String, { description: 'buyer, supplier or admin (the team): whose word it is.' }) source!: string;
  @Field(() => SupplierRefView, { nullable: true }) supplier!: SupplierRefView | null;
  @Field(() => Int, { nullable: true, description: 'Euros.' }) amount!: number | null;
  @Field(() => AmountBracketView, { nullable: true }) bracket!: AmountBracketView | null;
}
