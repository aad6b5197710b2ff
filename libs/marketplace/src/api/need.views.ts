import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '#kernel';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import { LabelView } from '#reference/views';
import { ContactView } from './contacts.js';
import { AmountBracketView, PerimeterView, SectorView } from './list.views.js';
import { BuyerRefView, NeedCountsView, TransactionOutcomeView } from './need-parts.views.js';
import { NeedSupplierView, TransactionAnswerView } from './need-supplier.views.js';

@ObjectType('Need')
export class NeedView {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'TENDER, QUOTE or PROJ.' }) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { description: 'draft, submitted, validated, rejected; closed once a validated need’s deadline is past.' }) status!: string;
  @Field(() => String) statusLabel!: string;
  @Field(() => String) title!: string;
  @Field(() => String) description!: string;
  @Field(() => BuyerRefView, { nullable: true, description: 'Null when an anonymous need is read by a supplier.' }) buyer!: BuyerRefView | null;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => [SectorView]) sectors!: SectorView[];
  @Field(() => [LabelView]) prestaTypes!: LabelView[];
  @Field(() => [String]) supplierKinds!: string[];
  @Field(() => String) placeLabel!: string;
  @Field(() => Boolean) wholeFrance!: boolean;
  @Field(() => PerimeterView, { nullable: true }) place!: PerimeterView | null;
  @Field(() => [PerimeterView], { description: 'Author and staff: what matching uses.' }) perimeters!: PerimeterView[];
  @Field(() => Int, { nullable: true }) distance!: number | null;
  @Field(() => Boolean) includeCountry!: boolean;
  @Field(() => DayScalar, { nullable: true }) startsOn!: Day | null;
  @Field(() => DayScalar, { description: 'Last day, still open on that day.' }) deadline!: Day;
  @Field(() => AmountBracketView, { nullable: true, description: 'Null when the author does not share it with this viewer.' }) amount!: AmountBracketView | null;
  @Field(() => Boolean) shareAmount!: boolean;
  @Field(() => [String]) questions!: readonly string[];
  @Field(() => [String]) responseKinds!: readonly string[];
  @Field(() => String, { nullable: true }) link!: string | null;
  @Field(() => ContactView, { nullable: true, description: 'The author, staff, and interested suppliers while the need is open and named.' }) contact!: ContactView | null;
  @Field(() => String, { nullable: true, description: 'Why a supplier does not see the contact: interest-needed, anonymous, closed; else null.' }) contactHidden!: string | null;
  @Field(() => DayScalar, { nullable: true }) submittedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true }) validatedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Written by staff when the need came back or was rejected; for the author and staff.' }) moderation!: string | null;
  @Field(() => NeedCountsView, { nullable: true }) counts!: NeedCountsView | null;
  @Field(() => TransactionOutcomeView, { nullable: true, description: 'Author and staff; null while unknown.' }) transaction!: TransactionOutcomeView | null;
  @Field(() => NeedSupplierView, { nullable: true, description: 'The current supplier’s own relation to this need.' }) mine!: NeedSupplierView | null;
  @Field(() => TransactionAnswerView, { nullable: true, description: 'What the buyer said about a contract; for the author and staff.' }) buyerSaid!: TransactionAnswerView | null;
  @Field(() => [String], { description: 'Names of the mutations this viewer may call now.' }) actions!: string[];
  @Field(() => DateTimeScalar) lastChange!: string;
  @Field(() => Boolean, { description: 'The read models had not caught up with the command.' }) behind!: boolean;
}
