import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CONTRACT_TYPES, labelOf, romeLabel } from '#reference';
import type { JobCard } from '../contract.js';

@ObjectType('Job')
export class JobView {
  @Field(() => ID) declare id: string;
  @Field(() => String) declare rome: string;
  @Field(() => String) declare romeLabel: string;
  @Field(() => String) declare title: string;
  @Field(() => String) declare contractType: string;
  @Field(() => String) declare contractTypeLabel: string;
  @Field(() => String, { nullable: true }) declare city: string | null;
  @Field(() => Int) declare places: number;
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
