import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Actor, type CommandContext, type Day, type Id, InvalidInput, isId } from '#kernel';
import { DayScalar } from '#kernel/api';

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
export class NeedInput {
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String) description!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) wholeFrance!: boolean | null;
  @Field(() => String, { nullable: true, description: 'Perimeter code; needed unless the whole of France.' }) place?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes; staff may correct them.' }) sectors?: string[] | null;
  @Field(() => DayScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DayScalar) deadline!: Day;
  @Field(() => String, { nullable: true, description: 'Code of a bracket.' }) amount?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) shareAmount!: boolean | null;
  @Field(() => [String], { nullable: true }) questions?: string[] | null;
  @Field(() => [String]) responseKinds!: string[];
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'PROJ only.' }) anonymous!: boolean | null;
  @Field(() => String, { nullable: true }) link?: string | null;
  @Field(() => String, { nullable: true, description: 'Shown to interested suppliers; the name is the account’s.' }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
}
@InputType()
export class QualifyInput {
  @Field(() => [String]) sectors!: string[];
  @Field(() => [String], { nullable: true, description: 'Empty: any.' }) prestaTypes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Empty: any.' }) supplierKinds?: string[] | null;
  @Field(() => [String], { nullable: true }) perimeters?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'Kilometres around the need’s city; 0 or null: off.' }) distance?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeCountry!: boolean | null;
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
export class TransactionInput {
  @Field(() => String, { description: 'yes, no; not_yet for buyers only.' }) answer!: string;
  @Field(() => ID, { nullable: true, description: 'Buyer answering yes: which interested supplier.' }) supplierId?: Id | null;
  @Field(() => Int, { nullable: true, description: 'Euros, whole, above 0; with yes only.' }) amount?: number | null;
}
@InputType()
export class OfferInput {
  @Field(() => String, { description: 'Open words: e-mail addresses and telephone numbers are refused here.' }) presentation!: string;
  @Field(() => String, { description: 'Where needs are received; a supplier without it is found by search, never matched.' }) email!: string;
  @Field(() => String, { nullable: true }) phone?: string | null;
}

const MAX_TEXT = 5000;

/** The context of a form's command; ids and texts that cannot be are refused field by field. */
export const commandOf = (
  command: Id,
  actor: Actor,
  given: { readonly ids?: Record<string, string | null | undefined>; readonly texts?: Record<string, string | null | undefined> } = {},
): CommandContext => {
  const badIds = Object.entries({ command, ...given.ids }).filter(([, id]) => id !== null && id !== undefined && !isId(id));
  const longTexts = Object.entries(given.texts ?? {}).filter(([, text]) => (text?.length ?? 0) > MAX_TEXT);
  const problems = [
    ...badIds.map(([field]) => ({ field, code: 'marketplace/malformed-id' })),
    ...longTexts.map(([field]) => ({ field, code: 'marketplace/text-too-long', facts: { max: MAX_TEXT } })),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return { command, actor };
};

export const pageOf = (page: number): number => {
  if (!(page >= 1 && page <= 10_000)) throw new InvalidInput([{ field: 'page', code: 'marketplace/unknown-page' }]);
  return page;
};
