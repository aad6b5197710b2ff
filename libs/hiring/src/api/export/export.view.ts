import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '#kernel';
import { DayScalar } from '#kernel/api';

@ObjectType('ExportedApplication', { description: 'A line of the file; what this viewer may not read is empty.' })
export class ExportedApplicationView {
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => String, { nullable: true }) firstName!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => DayScalar, { nullable: true }) birthDate!: Day | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => String) companyName!: string;
  @Field(() => String) companyKind!: string;
  @Field(() => String) jobs!: string;
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) senderOrganisation!: string | null;
  @Field(() => String, { nullable: true }) sender!: string | null;
  @Field(() => DayScalar) submittedOn!: Day;
  @Field(() => String) status!: string;
  @Field(() => DayScalar, { nullable: true }) startsOn!: Day | null;
  @Field(() => DayScalar, { nullable: true }) endsOn!: Day | null;
  @Field(() => String, { nullable: true }) refusalReason!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of inclusion companies only.' }) eligible!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Of hires by inclusion companies only: whether the employer made the diagnosis.' }) controlled!: boolean | null;
  @Field(() => String, { nullable: true }) passNumber!: string | null;
  @Field(() => DayScalar, { nullable: true }) passStart!: Day | null;
  @Field(() => DayScalar, { nullable: true }) passEnd!: Day | null;
  @Field(() => String, { nullable: true }) passState!: string | null;
}
@ObjectType('ApplicationsExport', { description: 'Applications handed over; who took them is written down, for each person too.' })
export class ApplicationsExportView {
  @Field(() => [ExportedApplicationView]) rows!: readonly ExportedApplicationView[];
  @Field(() => Int, { description: 'How many there are.' }) total!: number;
  @Field(() => Int, { description: 'A file holds no more, in the order of the list.' }) limit!: number;
}
