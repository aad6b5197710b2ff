import { Field, ObjectType } from '@nestjs/graphql';
import { type Perimeter, perimeterLabel, type Sector } from '#reference';

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

export const sectorView = ({ code, label, group }: Sector): SectorView => ({ code, label, group: group.code, groupLabel: group.label });
export const perimeterView = (place: Perimeter): PerimeterView => ({ code: place.code, kind: place.kind, label: perimeterLabel(place) });
