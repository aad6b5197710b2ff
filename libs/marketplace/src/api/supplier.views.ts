import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Perimeter, isSocialClauseKind, labelOf, perimeterLabel, perimeterOf, PRESTA_TYPES, sectorOf, SUPPLIER_KINDS, supplierFamily } from '#reference';
import { LabelView } from '#reference/views';
import type { Activity } from '../contract.js';
import { isIn } from '../domain/geography.js';
import type { SupplierRow } from '../projections/supplier.row.js';
import type { SupplierFound } from '../projections/supplier-search.js';
import { type PerimeterView, PerimeterView as Place, perimeterView, SectorView, sectorView } from './list.views.js';

@ObjectType('Contact')
export class ContactView {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) company!: string | null;
  @Field(() => String, { nullable: true }) link!: string | null;
}
@ObjectType('SupplierRef')
export class SupplierRefView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
}
@ObjectType('Activity')
export class ActivityView {
  @Field(() => ID) id!: string;
  @Field(() => SectorView) sector!: SectorView;
  @Field(() => [LabelView]) prestaTypes!: LabelView[];
  @Field(() => String, { description: 'COUNTRY, CUSTOM or ZONES.' }) range!: string;
  @Field(() => String) rangeLabel!: string;
  @Field(() => Int, { nullable: true, description: 'Kilometres, for CUSTOM.' }) distance!: number | null;
  @Field(() => [Place]) zones!: PerimeterView[];
}
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
@ObjectType('Supplier')
export class SupplierView {
  readonly row!: SupplierRow;
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String) family!: string;
  @Field(() => String) siret!: string;
  @Field(() => String) address!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) city!: string;
  @Field(() => String) department!: string;
  @Field(() => Float, { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) lon!: number | null;
  @Field(() => Boolean, { description: 'Eligible to the social clause of public contracts.' }) socialClause!: boolean;
  @Field(() => String, { nullable: true }) presentation!: string | null;
  @Field(() => [ActivityView]) activities!: ActivityView[];
  @Field(() => [String]) services!: string[];
}

export const supplierKindLabel = (kind: string): string => labelOf(SUPPLIER_KINDS, kind);

const SERVICES: Readonly<Record<string, string>> = { ETTI: 'Intérim', AI: 'Mise à disposition du personnel' };
/** Temporary work agencies and intermediary associations do one thing whatever their activities say [marche/SUP-03]. */
export const services = (kind: string, prestaTypes: readonly string[]): string[] => {
  const only = SERVICES[kind];
  return only ? [only] : PRESTA_TYPES.filter(({ code }) => prestaTypes.includes(code)).map(({ label }) => label);
};
const sectorGroups = (sectors: readonly string[]): string[] => [...new Set(sectors.flatMap((code) => sectorOf(code)?.group.label ?? []))];

export const supplierHit = (found: SupplierFound, place: Perimeter | undefined): SupplierHitView => {
  const { id, name, kind, city, postCode, department, lat, lon, distanceKm } = found;
  return {
    ...{ id, name, kind, kindLabel: supplierKindLabel(kind), family: supplierFamily(kind), city, postCode, department, lat, lon, distanceKm },
    ...{ services: services(kind, found.prestaTypes), sectorGroups: sectorGroups(found.sectors), local: place ? isIn(found, place) : false },
  };
};

export const supplierRef = ({ id, name, kind, city }: Pick<SupplierRow, 'id' | 'name' | 'kind' | 'city'>): SupplierRefView => ({ id, name, kind, kindLabel: supplierKindLabel(kind), city });
/** A supplier whose row is not there yet. */
export const unknownSupplier = (id: string): SupplierRefView => ({ id, name: 'Fournisseur', kind: '', kindLabel: '', city: null });

const rangeLabel = ({ range, distance, zones }: Activity, city: string): string => {
  if (range === 'COUNTRY') return 'France entière';
  return range === 'CUSTOM' ? `${distance} km autour de ${city}` : zones.flatMap((code) => perimeterOf(code) ?? []).map(perimeterLabel).join(', ');
};
const activityView = (activity: Activity, city: string): ActivityView[] => {
  const sector = sectorOf(activity.sector);
  const zones = activity.zones.flatMap((code) => perimeterOf(code) ?? []).map(perimeterView);
  const prestaTypes = PRESTA_TYPES.filter(({ code }) => activity.prestaTypes.some((type) => type === code));
  return sector ? [{ id: activity.activityId, sector: sectorView(sector), prestaTypes: [...prestaTypes], range: activity.range, rangeLabel: rangeLabel(activity, city), distance: activity.distance, zones }] : [];
};

export const supplierView = (row: SupplierRow): SupplierView => {
  const { id, name, kind, siret, address, postCode, city, department, lat, lon, presentation } = row;
  return {
    row,
    ...{ id, name, kind, kindLabel: supplierKindLabel(kind), family: supplierFamily(kind), siret, address, postCode, city, department, lat, lon, presentation },
    ...{ socialClause: isSocialClauseKind(kind), services: services(kind, row.prestaTypes), activities: row.activities.flatMap((activity) => activityView(activity, city)) },
  };
};
