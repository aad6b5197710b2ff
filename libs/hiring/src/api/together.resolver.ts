import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, ReadModels } from '#kernel';
import { CurrentActor, RequiresRole, sentenceOf } from '#kernel/api';
import { DecideTogether } from '../application/decide-together.js';
import { MOST_TOGETHER, TOGETHER } from '../domain/together.js';
import { commandOf } from './inputs.js';

@InputType()
export class TogetherInput {
  @Field(() => String, { description: `${TOGETHER.join(', ')}.` }) action!: string;
  @Field(() => [ID], { description: `At most ${MOST_TOGETHER}.` }) ids!: Id[];
  @Field(() => String, { nullable: true }) answer?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) shareReason!: boolean | null;
  @Field(() => String, { nullable: true, description: 'For those a prescriber sent.' }) privateAnswer?: string | null;
}
@ObjectType('TogetherLine')
export class TogetherLineView {
  @Field(() => ID) id!: Id;
  @Field(() => Boolean) done!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was not done.' }) sentence!: string | null;
}
@ObjectType('Together')
export class TogetherView {
  @Field(() => Int) done!: number;
  @Field(() => [TogetherLineView], { description: 'One per application, in the order they were given.' }) lines!: TogetherLineView[];
  @Field(() => Boolean, { description: 'The read models had not caught up with the command.' }) behind!: boolean;
}

@Resolver()
export class TogetherResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly readModels: ReadModels,
  ) {}

  @RequiresRole('employer')
  @Mutation(() => TogetherView, { description: 'One decision on several applications received: those it does not suit are told one by one, the others proceed.' })
  async decideTogether(
    @Args('input') input: TogetherInput,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<TogetherView> {
    const { action, ids, answer = null, reason = null, shareReason, privateAnswer = null } = input;
    const each = Object.fromEntries(ids.map((id, index) => [`ids.${index}`, id]));
    const context = commandOf(command, actor, { ids: each, texts: { answer, privateAnswer } });
    const asked = { action, ids, answer, reason, shareReason: shareReason ?? false, privateAnswer };
    const { outcomes, receipt } = await this.commands.execute(new DecideTogether(asked, context));
    const caughtUp = await this.readModels.caughtUp(receipt, ['hiring.applications']);
    const lines = outcomes.map(({ applicationId: id, refusal }) => ({ id, done: !refusal, sentence: refusal && sentenceOf(refusal) }));
    return { done: lines.filter(({ done }) => done).length, lines, behind: !caughtUp };
  }
}
