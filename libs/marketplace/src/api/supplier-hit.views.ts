import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Perimeter, sectorOf, supplierFamily } from '#reference';
import { isIn } from '../domain/geography.js';
import type { SupplierFound } from '../projections/supplier-question.js';
import { services } from './services.js';
import { supplierKindLabel } from './supplier-ref.view.js';

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

const sectorGroups = (sectors: readonly string[]): string[] => [...new Set(sectors.flatMap((code) => sectorOf(code)?.group.label ?? []))];

export const supplierHit = (found: SupplierFound, place: Perimeter | undefined): SupplierHitView => {
  const { id, name, kind, city, postCode, department, lat, lon, distanceKm } = found;
  return {
    ...{ id, name, kind, kindLabel: supplierKindLabel(kind), family: supplierFamily(kind), city, postCode, department, lat, lon, distanceKm },
    ...{ services: services(kind, found.prestaTypes), sectorGroups: sectorGroups(found.sectors), local: place ? isIn(found, place) : false },
  };
};
