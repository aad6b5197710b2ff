import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#kernel';
import { DateTimeScalar } from '#kernel/api';
import { FactBehindView } from './indicators.types.js';

@ObjectType('FactsExport', { description: 'Facts handed over; who took them and why is written down.' })
export class FactsExportView {
  @Field(() => [FactBehindView]) facts!: readonly FactBehindView[];
  @Field(() => Int, { description: 'A file holds no more facts than this, the last ones first.' }) limit!: number;
}

@ObjectType('RecordedExport')
export class RecordedExportView {
  @Field(() => ID) id!: Id;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String, { description: 'Who took the facts.' }) by!: string;
  @Field(() => String, { nullable: true }) organisation!: string | null;
  @Field(() => String) indicator!: string;
  @Field(() => String, { description: 'What it is about: indicator, period, territory, moment.' }) about!: string;
  @Field(() => String) purpose!: string;
  @Field(() => Int) rows!: number;
}

@ObjectType('RecordedExportPage')
export class RecordedExportPageView {
  @Field(() => [RecordedExportView]) items!: readonly RecordedExportView[];
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
}

@ObjectType('ExportPurpose')
export class ExportPurposeView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
}
