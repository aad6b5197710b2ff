import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#kernel/api';

@ObjectType('MailboxMessage')
export class MailboxMessageView {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String, { nullable: true, description: 'Null when nobody is there to read it any more.' }) to!: string | null;
  @Field(() => String) subject!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true, description: 'What its one link leads to, within the platform.' }) path!: string | null;
}

@ObjectType('MailState')
export class MailStateView {
  @Field(() => Boolean, { description: 'Whether a mail server is set; without one, messages wait.' }) server!: boolean;
  @Field(() => Int, { description: 'Messages that have not left yet.' }) waiting!: number;
  @Field(() => Boolean, { description: 'Whether those that wait can be read, to try the platform out.' }) mailbox!: boolean;
}

@ObjectType('Mailbox')
export class MailboxView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [MailboxMessageView]) items!: MailboxMessageView[];
}
