import { Field, ObjectType } from '@nestjs/graphql';
import { LabelView } from '#reference/views';
import type { Perimeter, Sector } from '#reference';
import { perimeterLabel } from '#reference';

@ObjectType('Sector')
export class SectorView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => String) group!: string;
  @Field(() => String) groupLabel!: string;
}
@ObjectType('SectorGroup')
export class SectorGroupView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => [SectorView]) sectors!: SectorView[];
}
@ObjectType('Perimeter', { description: 'Region (code "R84"), département (code "38") or commune (INSEE code).' })
export class PerimeterView {
  @Field(() => String) code!: string;
  @Field(() => String, { description: 'region, department or city.' }) kind!: string;
  @Field(() => String) label!: string;
}
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
}
@ObjectType('MarketplaceLabels')
export class MarketplaceLabelsView {
  @Field(() => [SupplierKindView]) supplierKinds!: SupplierKindView[];
  @Field(() => [LabelView]) prestaTypes!: readonly LabelView[];
  @Field(() => [LabelView]) ranges!: readonly LabelView[];
  @Field(() => [LabelView]) needKinds!: readonly LabelView[];
  @Field(() => [LabelView]) needStatuses!: readonly LabelView[];
  @Field(() => [AmountBracketView]) amountBrackets!: readonly AmountBracketView[];
  @Field(() => [LabelView]) responseKinds!: readonly LabelView[];
  @Field(() => [LabelView]) buyerKinds!: readonly LabelView[];
}

export const sectorView = ({ code, label, group }: Sector): SectorView => ({ code, label, group: group.code, groupLabel: group.label });
export const perimeterView = (place: Perimeter): PerimeterView => ({ code: place.code, kind: place.kind, label: perimeterLabel(place) });
