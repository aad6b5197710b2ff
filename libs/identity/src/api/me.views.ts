import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import type { Membership } from '#organisations';

@ObjectType('Account')
export class AccountView {
  @Field(() => ID) id!: Id;
  @Field(() => String) firstName!: string;
  @Field(() => String) lastName!: string;
  @Field(() => String) email!: string;
}

@ObjectType('Membership')
export class MembershipView {
  @Field(() => ID) organisationId!: Id;
  @Field(() => String) type!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) name!: string;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => Boolean, { description: 'Authorised by the State; prescribers only.' }) authorised!: boolean;
  @Field(() => Boolean) admin!: boolean;
}

@ObjectType('Me')
export class MeView {
  @Field(() => AccountView, { nullable: true, description: 'Null for an anonymous visitor.' }) account!: AccountView | null;
  @Field(() => MembershipView, { nullable: true, description: 'The organisation one works in now.' }) current!: MembershipView | null;
  @Field(() => [MembershipView]) memberships!: MembershipView[];
  @Field(() => String, { nullable: true }) role!: string | null;
}

@ObjectType('DemoAccount')
export class DemoAccountView {
  @Field(() => String) email!: string;
  @Field(() => String) password!: string;
  @Field(() => String) label!: string;
  @Field(() => String) role!: string;
}

export const membershipView = ({ id, type, kind, name, role, city, department, authorised, admin }: Membership): MembershipView => ({
  organisationId: id,
  type,
  kind,
  name,
  role,
  city,
  department,
  authorised,
  admin,
});

export const ANONYMOUS: MeView = { account: null, current: null, memberships: [], role: null };

interface Whole {
  readonly account: AccountView;
  readonly memberships: readonly Membership[];
}
export const meView = (actor: Actor, { account, memberships }: Whole): MeView => {
  const views = memberships.map(membershipView);
  return {
    account,
    role: actor.role,
    memberships: views,
    current: views.find(({ organisationId }) => organisationId === actor.organisation) ?? null,
  };
};
