import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../api.js';

@ObjectType()
export class ProjectionHealth {
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
  @Field(() => Float) position!: number;
  @Field(() => Float) lag!: number;
  @Field(() => Int) parked!: number;
}

@ObjectType()
export class ParkedKey {
  @Field(() => String) projection!: string;
  @Field(() => String) key!: string;
  @Field(() => Float) position!: number;
  @Field(() => String) error!: string;
  @Field(() => DateTimeScalar) since!: string;
}

@ObjectType()
export class RefusedCommand {
  @Field(() => String) policy!: string;
  @Field(() => Float) position!: number;
  @Field(() => String) code!: string;
  @Field(() => DateTimeScalar) at!: string;
}

@ObjectType()
export class SystemHealth {
  @Field(() => String) store!: string;
  @Field(() => Float, { nullable: true }) head!: number | null;
  @Field(() => [ProjectionHealth]) projections!: readonly ProjectionHealth[];
  @Field(() => [ParkedKey]) parked!: readonly ParkedKey[];
  @Field(() => [RefusedCommand]) refusedCommands!: readonly RefusedCommand[];
}
