import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Id } from '#kernel';
import { DayScalar } from '#kernel/api';
import type { CandidateSummary } from '../contract.js';

/** A candidate in any list. Made from what `IdentityQueries.summaries` answers, which has already masked what the viewer may not read. */
@ObjectType('CandidateSummary')
export class CandidateSummaryView implements CandidateSummary {
  @Field(() => ID) id!: Id;
  @Field(() => String) displayName!: string;
  @Field(() => Boolean) masked!: boolean;
  @Field(() => DayScalar, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => Boolean) hasNir!: boolean;
}

/** What stands in a list for somebody whose data has been erased, or who is not there yet. */
export const erasedCandidate = (id: Id): CandidateSummaryView => ({
  id,
  displayName: 'Personne effacée',
  masked: true,
  birthDate: null,
  city: null,
  hasNir: false,
});
