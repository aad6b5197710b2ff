import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CONTRACT_TYPES, labelOf, romeLabel } from '#reference';
import type { JobCard } from '../contract.js';

@ObjectType('Job')
export class JobView {
  @Field(() => ID) id!: string;
  @Field(() => String) rome!: string;
  @Field(() => String) romeLabel!: string;
  @Field(() => String) title!: string;
  @Field(() => String) contractType!: string;
  @Field(() => String) contractTypeLabel!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => Int) places!: number;
}

export const jobView = ({ id, rome, title, contractType, city, places }: Omit<JobCard, 'open' | 'companyId'>): JobView => ({
  id,
  rome,
  romeLabel: romeLabel(rome),
  title,
  contractType,
  contractTypeLabel: labelOf(CONTRACT_TYPES, contractType),
  city,
  places,
});
