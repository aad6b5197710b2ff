import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Actor, Day, Id } from '#kernel';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import { CandidateSummaryView } from '#identity/views';
import { EmployerRefView, JobView } from '#organisations/views';
import { APPLICATION_STATUSES, labelOf, refusalReasonOf, SENDER_KINDS } from '#reference';
import { RefusalReasonView } from '#reference/views';
import { mayChangeDates } from '../domain/hire-dates.js';
import { isReceiver, mayPrint } from '../projections/application-access.js';
import type { ApplicationLine } from '../projections/application.row.js';
import type { ApplicationBatch } from './application-batch.js';
import { DELIVERY_LABELS } from './timeline.fr.js';
import { type Visible, visible } from './visible.js';

@ObjectType('Sender')
export class SenderView {
  @Field(() => String) kind!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) organisation!: string | null;
}
@ObjectType('TimelineEntry')
export class TimelineEntryView {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) type!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => String, { nullable: true }) organisation!: string | null;
}
@ObjectType('Advisor')
export class AdvisorView {
  @Field(() => ID) id!: Id;
  @Field(() => String) name!: string;
}
/** Where the fields that cost a reading come from, only when they are asked for and for all applications of the answer at once. */
export interface Source {
  readonly row: ApplicationLine;
  readonly visible: Visible;
  readonly actor: Actor;
  readonly batch: ApplicationBatch;
}
@ObjectType('Application')
export class ApplicationView {
  readonly source!: Source;
  @Field(() => ID) id!: Id;
  @Field(() => String) status!: string;
  @Field(() => String) statusLabel!: string;
  @Field(() => DayScalar) submittedOn!: Day;
  @Field(() => DateTimeScalar) lastChange!: string;
  @Field(() => CandidateSummaryView) candidate!: CandidateSummaryView;
  @Field(() => EmployerRefView) company!: EmployerRefView;
  @Field(() => SenderView) sender!: SenderView;
  /** Made with the application and not by a resolver of their own: called for each of fifty, it cost a third of a list. */
  @Field(() => [JobView]) jobs!: JobView[];
  @Field(() => DayScalar, { nullable: true }) startsOn!: Day | null;
  @Field(() => DayScalar, { nullable: true }) endsOn!: Day | null;
  @Field(() => String, {
    nullable: true,
    description: 'pending, delivered or refused: what became of a PASS that staff had to check first.',
  })
  passDelivery!: string | null;
  @Field(() => String, { nullable: true }) passDeliveryLabel!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the attestation of the PASS is printed, for the company that hired.' })
  attestation!: string | null;
  @Field(() => RefusalReasonView, { nullable: true }) refusalReason!: RefusalReasonView | null;
  @Field(() => [String], { description: 'Names of the mutations this viewer may call now.' }) actions!: string[];
  @Field(() => Boolean, { description: 'The read models had not caught up with the command.' }) behind!: boolean;
}
@ObjectType('StatusCount')
export class StatusCountView {
  @Field(() => String) status!: string;
  @Field(() => Int) count!: number;
}
@ObjectType('ApplicationPage')
export class ApplicationPageView {
  @Field(() => Int) total!: number;
  @Field(() => Boolean) totalIsExact!: boolean;
  @Field(() => [ApplicationView]) items!: ApplicationView[];
  @Field(() => String, { nullable: true }) next!: string | null;
  @Field(() => [StatusCountView]) counts!: StatusCountView[];
}

export interface Surroundings {
  readonly candidate: CandidateSummaryView;
  readonly company: EmployerRefView;
  readonly sender: { readonly name: string | null; readonly organisation: string | null };
  readonly jobs: JobView[];
  readonly behind: boolean;
  readonly batch: ApplicationBatch;
}

export const applicationView = (
  row: ApplicationLine,
  actor: Actor,
  { candidate, company, sender, jobs, behind, batch }: Surroundings,
): ApplicationView => {
  const shown = visible(row, actor);
  return {
    source: { row, visible: shown, actor, batch },
    id: row.id,
    status: row.status,
    statusLabel: labelOf(APPLICATION_STATUSES, row.status),
    submittedOn: row.submittedOn,
    lastChange: row.lastChange,
    ...{ candidate, company, sender: { kind: row.sender, label: labelOf(SENDER_KINDS, row.sender), ...sender }, jobs },
    ...{ startsOn: row.startsOn, endsOn: row.endsOn },
    passDelivery: shown.delivery,
    passDeliveryLabel: shown.delivery && DELIVERY_LABELS[shown.delivery],
    attestation: mayPrint(row, actor) ? `/api/hires/${row.id}/attestation.pdf` : null,
    refusalReason: (shown.refusalReason && refusalReasonOf(shown.refusalReason)) || null,
    actions: [...shown.actions, ...(isReceiver(row, actor) && mayChangeDates(row, batch.today) ? ['changeHireDates'] : [])],
    behind,
  };
};
