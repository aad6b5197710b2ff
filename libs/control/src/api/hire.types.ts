import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import { CandidateSummaryView } from '#identity/views';
import { EmployerRefView } from '#organisations/views';

@ObjectType('Hire')
export class HireView {
  @Field(() => ID) applicationId!: string;
  @Field(() => CandidateSummaryView) candidate!: CandidateSummaryView;
  @Field(() => EmployerRefView) company!: EmployerRefView;
  @Field(() => String) department!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) agreedOn!: string;
  @Field(() => Boolean) selfPrescription!: boolean;
  @Field(() => String, { nullable: true }) passNumber!: string | null;
  @Field(() => Boolean) cancelled!: boolean;
}

@ObjectType('HirePage')
export class HirePageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [HireView]) items!: HireView[];
}

@ObjectType('KnownFact')
export class KnownFactView {
  @Field(() => String) label!: string;
  @Field(() => String) value!: string;
}

@ObjectType('HistoryEntry')
export class HistoryEntryView {
  @Field(() => String) stream!: string;
  @Field(() => Int) revision!: number;
  @Field(() => Float) position!: number;
  @Field(() => String) type!: string;
  @Field(() => String) label!: string;
  @Field(() => DateTimeScalar, { description: 'When it happened.' }) occurred!: string;
  @Field(() => DateTimeScalar, { description: 'When it was written down.' }) recorded!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) organisation!: string | null;
  @Field(() => [KnownFactView]) details!: readonly KnownFactView[];
  @Field(() => String) hash!: string;
}

@ObjectType('HireHistory')
export class HireHistoryView {
  @Field(() => HireView) hire!: HireView;
  @Field(() => Boolean, { description: 'Every event is the one that was written, and none is missing.' }) intact!: boolean;
  @Field(() => [String], { description: 'The first break of each stream.' }) broken!: readonly string[];
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: string | null;
  @Field(() => [HistoryEntryView]) entries!: readonly HistoryEntryView[];
  @Field(() => [KnownFactView], { description: 'What was known at `asOf`, now without it.' }) known!: readonly KnownFactView[];
}
