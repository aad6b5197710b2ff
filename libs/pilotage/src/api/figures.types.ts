import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#kernel/api';

@InputType()
export class FigureFilter {
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => String, { nullable: true }) department?: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of employer; inclusion employers (SIAE) when absent.' }) kind?: string | null;
  @Field(() => String, { nullable: true, description: 'First month, YYYY-MM.' }) from?: string | null;
  @Field(() => String, { nullable: true, description: 'Last month, included.' }) to?: string | null;
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
  @Field(() => Int) passesIssued!: number;
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
  @Field(() => Float, { nullable: true }) medianResponseDays!: number | null;
  @Field(() => [MonthFiguresView]) byMonth!: readonly MonthFiguresView[];
  @Field(() => [NamedCountView]) refusalReasons!: readonly NamedCountView[];
  @Field(() => [NamedCountView], { description: 'Applications by kind of employer.' }) byKind!: readonly NamedCountView[];
  @Field(() => [TerritoryFiguresView], { description: 'Regions of the country, or départements of a region.' }) byTerritory!: readonly TerritoryFiguresView[];
  @Field(() => Float, { description: 'Last event counted.' }) position!: number;
  @Field(() => DateTimeScalar) asOf!: string;
  @Field(() => Boolean) masked!: boolean;
  @Field(() => String, { nullable: true }) note!: string | null;
}
