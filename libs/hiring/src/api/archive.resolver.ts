import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, DateTimeScalar, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { ArchiveApplication } from '../application/archive-application.js';
import { isReceiver } from '../projections/application-access.js';
import { ApplicationAnswers } from './application-answers.js';
import { fullName } from './application-presenter.js';
import { ApplicationView } from './application.view.js';
import { commandOf } from './inputs.js';

const onId = { type: () => ID };

/** The archive is the receiving company’s own: nobody else knows of it [emplois/REF-9]. */
@RequiresRole('employer')
@Resolver(() => ApplicationView)
export class ArchiveResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: ApplicationAnswers,
    private readonly identity: IdentityQueries,
  ) {}

  @Mutation(() => ApplicationView, { description: 'Out of the way: applications declined, cancelled or closed because the person was hired elsewhere.' })
  archive(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<ApplicationView> {
    return this.run('archive', id, command, actor);
  }

  @Mutation(() => ApplicationView)
  unarchive(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<ApplicationView> {
    return this.run('unarchive', id, command, actor);
  }

  @RequiresRole('employer', 'prescriber', 'candidate', 'staff')
  @ResolveField(() => DateTimeScalar, { nullable: true, description: 'For the company that received it.' })
  archivedAt(@Parent() { source: { row, actor } }: ApplicationView): string | null {
    return isReceiver(row, actor) ? row.archivedAt : null;
  }

  @RequiresRole('employer', 'prescriber', 'candidate', 'staff')
  @ResolveField(() => Boolean, { description: 'Nobody put it in the archive: nothing had changed for 180 days. For the company that received it.' })
  archivedAutomatically(@Parent() { source: { row, actor } }: ApplicationView): boolean {
    return isReceiver(row, actor) && row.archivedAt !== null && row.archivedBy === null;
  }

  @RequiresRole('employer', 'prescriber', 'candidate', 'staff')
  @ResolveField(() => String, { nullable: true, description: 'For the company that received it.' })
  async archivedBy(@Parent() { source: { row, actor } }: ApplicationView): Promise<string | null> {
    if (!row.archivedBy || !isReceiver(row, actor)) return null;
    return fullName((await this.identity.accountNames([row.archivedBy])).get(row.archivedBy));
  }

  private async run(what: 'archive' | 'unarchive', id: Id, command: Id, actor: Actor): Promise<ApplicationView> {
    const receipt = await this.commands.execute(new ArchiveApplication(id, what, commandOf(command, actor, { ids: { id } })));
    return this.answers.of(id, receipt, actor);
  }
}
