import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('SupplierHit')
export class SupplierHitView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { description: 'insertion or handicap.' }) family!: string;
  @Field(() => String) city!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) department!: string;
  @Field(() => Float, { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) lon!: number | null;
  @Field(() => Float, { nullable: true, description: 'From the city searched, when exactly one city is.' }) distanceKm!: number | null;
  @Field(() => [String]) services!: string[];
  @Field(() => [String]) sectorGroups!: string[];
  @Field(() => String, { nullable: true, description: 'The beginning of the presentation.' }) excerpt!: string | null;
  @Field(() => Boolean, { description: 'In the place searched by its own address.' }) local!: boolean;
}
@ObjectType('SupplierPage')
export class SupplierPageView {
  @Field(() => [SupplierHitView]) items!: SupplierHitView[];
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Int) total!: number;
  @Field(() => [String], { description: 'A filter that could not be understood was left out: say so above the results.' }) warnings!: string[];
}
