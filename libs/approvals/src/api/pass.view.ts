import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '#kernel/api';
import type { Day, Id } from '#kernel';
import { labelOf, PASS_STATES } from '#reference';
import { CandidateSummaryView } from '#identity/views';
import { displayNumber, type Pass } from '../contract.js';
import { remainderText } from '../domain/remainder.js';

@ObjectType('Pass')
export class PassView {
  @Field(() => ID) id!: Id;
  @Field(() => String, { nullable: true }) number!: string | null;
  @Field(() => String, { nullable: true, description: 'The number in groups of 5, 2 and 5.' }) displayNumber!: string | null;
  @Field(() => DayScalar) start!: Day;
  @Field(() => DayScalar, { description: 'The last day, included.' }) end!: Day;
  @Field(() => String) state!: string;
  @Field(() => String) stateLabel!: string;
  @Field(() => Int) remainingDays!: number;
  @Field(() => String) remaining!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the waiting period, once the PASS has expired.' }) waitingUntil!: Day | null;
  @Field(() => String, { nullable: true, description: 'Where its attestation is printed, for a company that hired under it; null in lists.' }) attestation!: string | null;
  @Field(() => CandidateSummaryView, { nullable: true }) candidate!: CandidateSummaryView | null;
}

/** A PASS as people read it. Whether this actor may read it is decided before. */
export const passView = (pass: Pass, today: Day, candidate: CandidateSummaryView | null = null): PassView => ({
  id: pass.passId,
  number: pass.number,
  displayNumber: pass.number && displayNumber(pass.number),
  start: pass.start,
  end: pass.end,
  state: pass.state,
  stateLabel: labelOf(PASS_STATES, pass.state),
  remainingDays: pass.remainingDays,
  remaining: remainderText(pass, today, pass.remainingDays),
  waitingUntil: pass.waitingUntil,
  attestation: null,
  candidate,
});
