import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, DateTimeScalar, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { AddComment } from '../application/add-comment.js';
import { RemoveComment } from '../application/remove-comment.js';
import { isReceiver } from '../projections/application-access.js';
import { ApplicationLists } from '../projections/application-lists.js';
import type { ApplicationLine, ApplicationRow } from '../projections/application.row.js';
import { ApplicationAnswers } from './application-answers.js';
import { fullName } from './application-presenter.js';
import { ApplicationView } from './application.view.js';
import { commandOf } from './inputs.js';

@ObjectType('ApplicationComment')
export class ApplicationCommentView {
  @Field(() => ID) id!: Id;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String, { nullable: true, description: 'Null once the author was erased.' }) by!: string | null;
  @Field(() => String, { nullable: true, description: 'Null once the candidate was erased.' }) text!: string | null;
  @Field(() => Boolean, { description: 'Whether this viewer wrote it, and may call `removeComment`.' }) mine!: boolean;
}

const onId = { type: () => ID };
const whole = (row: ApplicationLine): row is ApplicationRow => 'comments' in row;

/** Words between members of the company that received an application [emplois/VIS-6]. */
@RequiresRole('employer')
@Resolver(() => ApplicationView)
export class CommentsResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: ApplicationAnswers,
    private readonly lists: ApplicationLists,
    private readonly identity: IdentityQueries,
  ) {}

  @RequiresRole('employer', 'prescriber', 'candidate', 'staff')
  @ResolveField(() => [ApplicationCommentView], {
    nullable: true,
    description: 'Newest first, for the company that received it, whose members may call `addComment`; null for others and in lists.',
  })
  async comments(@Parent() { source: { row, actor, batch } }: ApplicationView): Promise<ApplicationCommentView[] | null> {
    if (!batch.single || !isReceiver(row, actor)) return null;
    const kept = whole(row) ? row.comments : await this.lists.comments(row.id);
    const [texts, names] = await Promise.all([
      this.identity.texts(kept.map(({ id }) => ({ id, person: row.candidateId })), { viewer: actor, purpose: 'application-file' }),
      this.identity.accountNames([...new Set(kept.map(({ by }) => by))]),
    ]);
    return kept.toReversed().map(({ id, at, by }) => ({ id, at, by: fullName(names.get(by)), text: texts.get(id) ?? null, mine: by === actor.id }));
  }

  @Mutation(() => ApplicationView, { description: 'In 2000 characters at most; read by colleagues only.' })
  async addComment(
    @Args('id', onId) id: Id,
    @Args('text', { type: () => String }) text: string,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const receipt = await this.commands.execute(new AddComment(id, text, commandOf(command, actor, { ids: { id } })));
    return this.answers.of(id, receipt, actor);
  }

  @Mutation(() => ApplicationView, { description: 'By its author: the words are forgotten.' })
  async removeComment(
    @Args('id', onId) id: Id,
    @Args('commentId', onId) commentId: Id,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const receipt = await this.commands.execute(new RemoveComment(id, commentId, commandOf(command, actor, { ids: { id, commentId } })));
    return this.answers.of(id, receipt, actor);
  }
}
