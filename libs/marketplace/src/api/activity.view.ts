import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { perimeterLabel, perimeterOf, PRESTA_TYPES, sectorOf } from '#reference';
import { LabelView } from '#reference/views';
import type { Activity } from '../contract.js';
import { PerimeterView, perimeterView, SectorView, sectorView } from './list.views.js';

@ObjectType('Activity')
export class ActivityView {
  @Field(() => ID) id!: string;
  @Field(() => SectorView) sector!: SectorView;
  @Field(() => [LabelView]) prestaTypes!: LabelView[];
  @Field(() => String, { description: 'COUNTRY, CUSTOM or ZONES.' }) range!: string;
  @Field(() => String) rangeLabel!: string;
  @Field(() => Int, { nullable: true, description: 'Kilometres, for CUSTOM.' }) distance!: number | null;
  @Field(() => [PerimeterView]) zones!: PerimeterView[];
}

const rangeLabel = ({ range, distance, zones }: Activity, city: string): string => {
  if (range === 'COUNTRY') return 'France entière';
  return range === 'CUSTOM' ? `${distance} km autour de ${city}` : zones.flatMap((code) => perimeterOf(code) ?? []).map(perimeterLabel).join(', ');
};

export const activityView = (activity: Activity, city: string): ActivityView[] => {
  const sector = sectorOf(activity.sector);
  const zones = activity.zones.flatMap((code) => perimeterOf(code) ?? []).map(perimeterView);
  const prestaTypes = PRESTA_TYPES.filter(({ code }) => activity.prestaTypes.some((type) => type === code));
  return sector ? [{ id: activity.activityId, sector: sectorView(sector), prestaTypes: [...prestaTypes], range: activity.range, rangeLabel: rangeLabel(activity, city), distance: activity.distance, zones }] : [];
};
