import { Field, ID, InputType } from '@nestjs/graphql';
import { type Day, FieldRefusal, type Id, InvalidInput, isId } from '#kernel';
import { DayScalar } from '#kernel/api';
import type { ListOrder } from '../projections/application-lists.js';
import type { ListFilter } from '../projections/list-filter.js';

@InputType()
export class ApplicationFilter {
  @Field(() => String, { defaultValue: 'received', nullable: true, description: 'received, sent or mine.' }) box!: string | null;
  @Field(() => [String], { nullable: true }) statuses?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Part of the candidate’s name.' }) search?: string | null;
  @Field(() => ID, { nullable: true }) companyId?: Id | null;
  @Field(() => ID, { nullable: true }) candidateId?: Id | null;
  @Field(() => DayScalar, { nullable: true }) from?: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'That day is inside.' }) to?: Day | null;
  @Field(() => String, { nullable: true, description: 'Of those received: active (when nothing is said), archived or all.' }) archived?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those in the pool, or before a hire, untouched for more than 180 days.' }) dormant?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'The professional who sent it.' }) senderId?: Id | null;
  @Field(() => ID, { nullable: true }) senderOrganisationId?: Id | null;
  @Field(() => String, { nullable: true, description: 'Where the candidate lived when it was sent; not for orienters.' }) department?: string | null;
  @Field(() => ID, { nullable: true, description: 'Applied for, or hired for.' }) jobId?: Id | null;
  @Field(() => String, { nullable: true, description: 'An IAE criterion of the diagnosis that counts; for inclusion companies, of what they received, as the two below.' }) criterion?: string | null;
  @Field(() => String, { nullable: true, description: 'State today of the candidate’s PASS IAE: VALID, FUTURE or EXPIRED.' }) pass?: string | null;
  @Field(() => String, { nullable: true, description: 'validated or to_validate.' }) eligibility?: string | null;
}
/** The orders of the list, as `tri` says them in the address of the page: the oldest first, or with a minus the latest first. */
const ORDERS = { sent: 'sentAt', changed: 'changedAt' } as const;

export const orderOf = (asked: string | null): ListOrder | null => {
  if (!asked) return null;
  const descending = asked.startsWith('-');
  const by = Object.entries(ORDERS).find(([name]) => name === asked.slice(descending ? 1 : 0))?.[1];
  if (!by) throw new FieldRefusal('order', 'hiring/order-unknown');
  return { by, descending };
};

const IDS = ['companyId', 'candidateId', 'senderId', 'senderOrganisationId', 'jobId'] as const;

/** Which filters were used, whatever they were given. */
export const filtersUsed = ({ box: _, ...filter }: ListFilter): readonly string[] =>
  Object.entries(filter).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name])).sort();

/** What is asked for; ids that cannot be are refused field by field, rather than narrow nothing. */
export const filterOf = (asked: ApplicationFilter | null): ListFilter => {
  const nothing = { search: null, statuses: null, companyId: null, candidateId: null, from: null, to: null };
  const given = Object.fromEntries(Object.entries(asked ?? {}).filter(([, value]) => value !== undefined && value !== ''));
  const bad = IDS.filter((field) => given[field] && !isId(given[field]));
  if (bad.length > 0) throw new InvalidInput(bad.map((field) => ({ field, code: 'hiring/malformed-id' })));
  return { ...nothing, ...given, box: asked?.box ?? 'received' };
};
