import { Field, ObjectType } from '@nestjs/graphql';
import { LabelView } from '#reference/views';

@ObjectType('SupplierKind')
export class SupplierKindView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { description: 'insertion or handicap.' }) family!: string;
}
@ObjectType('AmountBracket')
export class AmountBracketView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { nullable: true, description: 'What such an amount pays, in hours of work or in jobs.' }) impact!: string | null;
}
@ObjectType('MarketplaceLabels')
export class MarketplaceLabelsView {
  @Field(() => [SupplierKindView]) supplierKinds!: SupplierKindView[];
  @Field(() => [LabelView]) prestaTypes!: readonly LabelView[];
  @Field(() => [LabelView]) ranges!: readonly LabelView[];
  @Field(() => [LabelView]) needKinds!: readonly LabelView[];
  @Field(() => [LabelView]) needKindsForSuppliers!: readonly LabelView[];
  @Field(() => [LabelView]) needStatuses!: readonly LabelView[];
  @Field(() => [AmountBracketView]) amountBrackets!: readonly AmountBracketView[];
  @Field(() => [LabelView]) responseKinds!: readonly LabelView[];
  @Field(() => [LabelView]) buyerKinds!: readonly LabelView[];
}
