import { Field, InputType, Int } from '@nestjs/graphql';

const list = { nullable: true } as const;

@InputType()
export class SupplierFilter {
  @Field(() => [String], list) kinds?: string[] | null;
  @Field(() => [String], { ...list, description: 'Sector codes, never group codes.' }) sectors?: string[] | null;
  @Field(() => [String], { ...list, description: 'Codes of the places served.' }) perimeters?: string[] | null;
  @Field(() => [String], list) prestaTypes?: string[] | null;
  @Field(() => [String], { ...list, description: 'Codes of the places where the supplier is.' }) locations?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'Kilometres between the supplier and the first city of `perimeters`.' }) distance?: number | null;
  @Field(() => String, { nullable: true, description: 'Part of the name, or beginning of the SIRET.' }) search?: string | null;
}
@InputType()
export class ActivityInput {
  @Field(() => String) sector!: string;
  @Field(() => [String]) prestaTypes!: string[];
  @Field(() => String) range!: string;
  @Field(() => Int, { nullable: true }) distance?: number | null;
  @Field(() => [String], { nullable: true }) zones?: string[] | null;
}
@InputType()
export class OfferInput {
  @Field(() => String, { description: 'Open words: e-mail addresses and telephone numbers are refused here.' }) presentation!: string;
  @Field(() => String, { description: 'Where needs are received; a supplier without it is found by search, never matched.' }) email!: string;
  @Field(() => String, { nullable: true }) phone?: string | null;
}
