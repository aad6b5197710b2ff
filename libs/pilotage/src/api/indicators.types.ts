import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DayScalar } from '#kernel/api';

@ObjectType('IndicatorTerm')
export class IndicatorTermView {
  @Field(() => String) text!: string;
  @Field(() => String, { description: 'What is summed, over the facts of the question’s period, place, kind and moment.' }) sql!: string;
}

@ObjectType('Indicator')
export class IndicatorView {
  @Field(() => String) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => String) text!: string;
  @Field(() => String) unit!: string;
  @Field(() => IndicatorTermView) numerator!: IndicatorTermView;
  @Field(() => IndicatorTermView, { nullable: true }) denominator!: IndicatorTermView | null;
}

@ObjectType('IndicatorPart', { description: 'Some of the units of an indicator: a reason, a class of delays, a state.' })
export class IndicatorPartView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
  @Field(() => Float, { nullable: true, description: 'Between 0 and 1. Null when there is nothing to divide by, or too few for the public.' }) share!: number | null;
  @Field(() => Boolean, { description: 'Shown beside the others, not among them.' }) apart!: boolean;
}

@ObjectType('IndicatorValue')
export class IndicatorValueView {
  @Field(() => String) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => String) unit!: string;
  @Field(() => Float, { nullable: true, description: 'A share is between 0 and 1. Null when there is nothing to say, or too few for the public.' }) value!: number | null;
  @Field(() => Float) numerator!: number;
  @Field(() => Float, { nullable: true }) denominator!: number | null;
  @Field(() => [IndicatorPartView]) parts!: readonly IndicatorPartView[];
}

@ObjectType('EventTypeCount')
export class EventTypeCountView {
  @Field(() => String, { description: 'Of the event; for the public, the measure.' }) type!: string;
  @Field(() => String) label!: string;
  @Field(() => Int, { description: '1: brings units in; −1: takes them out.' }) sign!: number;
  @Field(() => Int) count!: number;
}

@ObjectType('FactBehind')
export class FactBehindView {
  @Field(() => String) unit!: string;
  @Field(() => String) stream!: string;
  @Field(() => Float) position!: number;
  @Field(() => DateTimeScalar) recorded!: string;
  @Field(() => DayScalar) day!: string;
  @Field(() => String) type!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) sign!: number;
  @Field(() => String) measure!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) department!: string;
  @Field(() => String) detail!: string;
  @Field(() => Float) amount!: number;
}

@ObjectType('DrillDown')
export class DrillDownView {
  @Field(() => String) indicator!: string;
  @Field(() => [EventTypeCountView]) events!: readonly EventTypeCountView[];
  @Field(() => [FactBehindView], { description: 'Empty for the public, who sees what each measure holds.' }) facts!: readonly FactBehindView[];
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Boolean) masked!: boolean;
}
