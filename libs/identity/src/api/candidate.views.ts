import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#kernel';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import type { CandidateInput } from '../domain/candidate-input.js';
import { CandidateSummaryView } from './candidate-summary.view.js';

@ObjectType('CandidateMatch')
export class CandidateMatchView {
  @Field(() => Boolean) found!: boolean;
  @Field(() => CandidateSummaryView, { nullable: true }) candidate!: CandidateSummaryView | null;
  @Field(() => String, { nullable: true, description: 'Why what was found cannot be taken, as a refusal code.' }) problem!: string | null;
  @Field(() => Boolean, { description: 'The file has no social security number and this viewer may complete it.' }) mayAttachNir!: boolean;
}

@ObjectType('SuspectedTwin')
export class SuspectedTwinView {
  @Field(() => CandidateSummaryView) candidate!: CandidateSummaryView;
  @Field(() => String, { nullable: true, description: 'Redacted for everybody.' }) email!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
}

@ObjectType('CandidatePage')
export class CandidatePageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [CandidateSummaryView]) items!: readonly CandidateSummaryView[];
}

@ObjectType('FileChange')
export class FileChangeView {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) by!: string;
  @Field(() => [String]) fields!: readonly string[];
}

@ObjectType('CandidateFile')
export class CandidateFileView {
  @Field(() => ID) id!: Id;
  @Field(() => Boolean) masked!: boolean;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => String) firstName!: string;
  @Field(() => String) lastName!: string;
  @Field(() => DayScalar, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true }) nir!: string | null;
  @Field(() => String, { nullable: true }) nirReason!: string | null;
  @Field(() => String, { nullable: true }) franceTravailId!: string | null;
  @Field(() => String, { nullable: true }) franceTravailReason!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) postCode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) insee!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The last day on which somebody vouched for these data.' }) checkedOn!: string | null;
  @Field(() => Boolean, { description: 'Nobody has confirmed these data for six months.' }) toCheck!: boolean;
  @Field(() => [FileChangeView]) history!: readonly FileChangeView[];
  @Field(() => Boolean, { description: 'The lists had not caught up with the command; the file itself always has.' }) behind!: boolean;
}

@InputType('CandidateInput')
export class CandidateInputView implements CandidateInput {
  @Field(() => String) title!: string;
  @Field(() => String) firstName!: string;
  @Field(() => String) lastName!: string;
  @Field(() => DayScalar) birthDate!: string;
  @Field(() => String, { nullable: true }) nir?: string | null;
  @Field(() => String, { nullable: true }) nirReason?: string | null;
  @Field(() => String, { nullable: true }) franceTravailId?: string | null;
  @Field(() => String, { nullable: true }) franceTravailReason?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) address?: string | null;
  @Field(() => String, { nullable: true }) postCode?: string | null;
  @Field(() => String, { nullable: true }) insee?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
}

@ObjectType('AccessLogEntry')
export class AccessLogEntryView {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) by!: string;
  @Field(() => String, { nullable: true }) organisation!: string | null;
  @Field(() => String) purpose!: string;
  @Field(() => String) purposeLabel!: string;
}

@ObjectType('AccessLogPage')
export class AccessLogPageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [AccessLogEntryView]) items!: readonly AccessLogEntryView[];
}
