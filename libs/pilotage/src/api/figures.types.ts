import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import { IndicatorValueView } from './indicators.types.js';

@InputType()
export class FigureFilter {
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => String, { nullable: true }) department?: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of employer; inclusion employers (SIAE) when absent.' }) kind?: string | null;
  @Field(() => String, { nullable: true, description: 'First month, YYYY-MM.' }) from?: string | null;
  @Field(() => String, { nullable: true, description: 'Last month, included.' }) to?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Only what had happened on this day; the end of a month for the public.' }) asOf?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was known at this instant; the end of a month for the public.' }) knownAt?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'What the public is told, even to those who may see true figures.' }) asPublic?: boolean | null;
}

@ObjectType('Ratio')
export class RatioView {
  @Field(() => Int) numerator!: number;
  @Field(() => Int) denominator!: number;
  @Field(() => Float, { nullable: true, description: 'Null when there is nothing to divide by, or too few for the public.' }) value!: number | null;
}

@ObjectType('MonthFigures')
export class MonthFiguresView {
  @Field(() => String) month!: string;
  @Field(() => Int) applications!: number;
  @Field(() => Int) hires!: number;
  @Field(() => Int) refusals!: number;
  @Field(() => Int) passesIssued!: number;
  @Field(() => Int, { description: 'Needs of buyers sent to suppliers.' }) needs!: number;
  @Field(() => Int) transactions!: number;
  @Field(() => Float, { description: 'Whole euros; for the public, only of cells of many deals.' }) transactionAmount!: number;
  @Field(() => Int) passesCancelled!: number;
}

@ObjectType('NamedCount')
export class NamedCountView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}

@ObjectType('TerritoryFigures')
export class TerritoryFiguresView {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) applications!: number;
  @Field(() => Int) hires!: number;
  @Field(() => Int) refusals!: number;
  @Field(() => Int) passesIssued!: number;
  @Field(() => Int, { description: 'Needs of buyers sent to suppliers.' }) needs!: number;
  @Field(() => Int) transactions!: number;
  @Field(() => Float, { description: 'Whole euros; for the public, only of cells of many deals.' }) transactionAmount!: number;
}

@ObjectType('LiveRegion')
export class LiveRegionView {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) applications!: number;
  @Field(() => Int) hires!: number;
  @Field(() => Int) passesIssued!: number;
}

@ObjectType('LiveTotals', { description: 'The month under way, in steps of five.' })
export class LiveTotalsView {
  @Field(() => String) month!: string;
  @Field(() => Int) applications!: number;
  @Field(() => Int) hires!: number;
  @Field(() => Int) passesIssued!: number;
  @Field(() => [LiveRegionView]) regions!: readonly LiveRegionView[];
}

@ObjectType('FiguresScope', { description: 'What the figures are about, whether it was asked for or is one’s own territory.' })
export class FiguresScopeView {
  @Field(() => String, { nullable: true }) region!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => String, { description: 'Name of the territory: “France”, “Occitanie”, “Gard (30)”.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'The territory whose true figures the reader may see; null for the public.' }) own!: string | null;
}

@ObjectType('Figures')
export class FiguresView {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => Int) applications!: number;
  @Field(() => Int) hires!: number;
  @Field(() => RatioView) acceptanceRate!: RatioView;
  @Field(() => Int) passesIssued!: number;
  @Field(() => Int) refusals!: number;
  @Field(() => Int) transactions!: number;
  @Field(() => Float, { nullable: true, description: 'Whole euros; null when the public may not know.' }) transactionAmount!: number | null;
  @Field(() => Float, { nullable: true }) medianResponseDays!: number | null;
  @Field(() => [MonthFiguresView]) byMonth!: readonly MonthFiguresView[];
  @Field(() => [NamedCountView]) refusalReasons!: readonly NamedCountView[];
  @Field(() => [NamedCountView], { description: 'Applications by kind of employer.' }) byKind!: readonly NamedCountView[];
  @Field(() => [TerritoryFiguresView], { description: 'Regions of the country, or départements of a region.' }) byTerritory!: readonly TerritoryFiguresView[];
  @Field(() => [TerritoryFiguresView], { description: 'Every département of the question, for the map.' }) byDepartment!: readonly TerritoryFiguresView[];
  @Field(() => Float, { nullable: true, description: 'Last event counted; null for the public, to whom it would tell how much is being written.' }) position!: number | null;
  @Field(() => DateTimeScalar, { description: 'When the last event counted was written down; for the public, the end of the month.' }) asOf!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Only what had happened on this day; null for everything.' }) validAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was known at this instant; null for everything.' }) knownAt!: string | null;
  @Field(() => [IndicatorValueView]) indicators!: readonly IndicatorValueView[];
  @Field(() => LiveTotalsView, { nullable: true, description: 'For the public, when nothing is filtered.' }) live!: LiveTotalsView | null;
  @Field(() => FiguresScopeView) scope!: FiguresScopeView;
  @Field(() => String, { description: 'Version of every definition, “APP-01:1,APP-04:1,…”: part of a link to figures.' }) definitions!: string;
  @Field(() => String, { description: 'The same for the same numbers, whenever they are found again; the ETag of `GET /api/figures`.' }) fingerprint!: string;
  @Field(() => Boolean) masked!: boolean;
  @Field(() => String, { nullable: true }) note!: string | null;
}
