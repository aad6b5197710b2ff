import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { ChangeHireDates } from '../application/change-hire-dates.js';
import { ApplicationAnswers } from './application-answers.js';
import { ApplicationView } from './application.view.js';
import { commandOf, HireDatesInput } from './inputs.js';

@RequiresRole('employer')
@Resolver(() => ApplicationView)
export class HireDatesResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: ApplicationAnswers,
  ) {}

  @Mutation(() => ApplicationView, { description: 'Before the contract begins; a PASS that has not started follows it.' })
  async changeHireDates(
    @Args('id', { type: () => ID }) id: Id,
    @Args('input') { startsOn, endsOn = null }: HireDatesInput,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const receipt = await this.commands.execute(new ChangeHireDates(id, { startsOn, endsOn }, commandOf(command, actor, { ids: { id } })));
    return this.answers.of(id, receipt, actor);
  }
}
