import { Field, ObjectType } from '@nestjs/graphql';
import type { PersonName } from '#identity';
import type { KeptContact } from '../contract.js';

@ObjectType('Contact')
export class ContactView {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) company!: string | null;
  @Field(() => String, { nullable: true }) link!: string | null;
}

/** How to reach somebody, as the vault keeps it. */
export const keptContact = (text: string | undefined): KeptContact => (text === undefined ? { email: null, phone: null, link: null } : (JSON.parse(text) as KeptContact));

export const fullName = (name: PersonName | undefined): string | null => (name ? `${name.firstName} ${name.lastName}` : null);

/** Only the ways the buyer chose to be answered [marche/VIS-03]; `null` shows them all. */
export const contactView = (kept: KeptContact, name: string | null, company: string | null, by: readonly string[] | null): ContactView => {
  const shown = (kind: string, value: string | null) => (by === null || by.includes(kind) ? value : null);
  return { name, company, email: shown('EMAIL', kept.email), phone: shown('TEL', kept.phone), link: shown('EXTERN', kept.link) };
};
