import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { COMPANY_KINDS, labelOf, nafLabel } from '#reference';
import type { EmployerCard } from '../projections/employer-card.js';
import type { EmployerFound } from '../projections/employer-search.js';
import { CommuneView } from './commune.view.js';
import { JobView, jobView } from './job.view.js';

@ObjectType('EmployerHit')
export class EmployerHitView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String) city!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) department!: string;
  @Field(() => Float) distanceKm!: number;
  @Field(() => Boolean) hiring!: boolean;
  @Field(() => Boolean, { description: 'False: nobody there can answer yet.' }) hasMembers!: boolean;
  @Field(() => [JobView]) jobs!: JobView[];
}

@ObjectType('EmployerPage')
export class EmployerPageView {
  @Field(() => CommuneView) place!: CommuneView;
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [EmployerHitView]) items!: EmployerHitView[];
}

@ObjectType('Employer')
export class EmployerView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String) siret!: string;
  @Field(() => String) naf!: string;
  @Field(() => String, { nullable: true }) nafLabel!: string | null;
  @Field(() => String) address!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) city!: string;
  @Field(() => String) department!: string;
  @Field(() => Float, { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) lon!: number | null;
  @Field(() => Boolean) hiring!: boolean;
  @Field(() => Boolean) hasMembers!: boolean;
  @Field(() => Boolean) blocked!: boolean;
  @Field(() => Boolean) spontaneousOpen!: boolean;
  @Field(() => [JobView]) jobs!: JobView[];
}

export const employerHit = (hit: EmployerFound): EmployerHitView => ({
  ...hit,
  kindLabel: labelOf(COMPANY_KINDS, hit.kind),
  distanceKm: Math.round(hit.distanceKm * 10) / 10,
  jobs: hit.jobs.map((job) => jobView({ ...job, city: job.city ?? hit.city })),
});

export const employerView = (card: EmployerCard): EmployerView => ({
  ...card,
  kindLabel: labelOf(COMPANY_KINDS, card.kind),
  nafLabel: nafLabel(card.naf),
  jobs: card.jobs.map((job) => jobView({ ...job, city: job.city ?? card.city })),
});
