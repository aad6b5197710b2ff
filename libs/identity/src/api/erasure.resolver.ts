import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, isId, NotFound } from '#kernel';
import { CurrentActor, LimitedPerAccount, RequiresRole } from '#kernel/api';
import { ErasePerson } from '../application/erase-person.js';
import { PeopleToErase } from '../projections/people-to-erase.js';
import { commandId } from './command-id.js';
import { ErasureReasonView, erasureReasons, PersonToEraseView, personToEraseView } from './erasure.views.js';

/** The team erases a person on request: a finding, a look, a decision that cannot be undone. */
@RequiresRole('staff')
@Resolver()
export class ErasureResolver {
  constructor(
    private readonly people: PeopleToErase,
    private readonly erasing: ErasePerson,
  ) {}

  @LimitedPerAccount({ kind: 'person-lookup', max: 60, minutes: 60 })
  @Query(() => PersonToEraseView, { description: 'By id or by the whole e-mail address; the reading is recorded.' })
  async personToErase(@Args('search', { type: () => String }) search: string, @CurrentActor() actor: Actor): Promise<PersonToEraseView> {
    return personToEraseView(await this.people.find(search, actor));
  }

  @Query(() => [ErasureReasonView])
  erasureReasons(): ErasureReasonView[] {
    return erasureReasons();
  }

  @Mutation(() => PersonToEraseView, { description: 'For ever. What the log says of the person stays, without saying who they were.' })
  async erasePerson(
    @Args('id', { type: () => ID }) id: Id,
    @Args('reason', { type: () => String }) reason: string,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<PersonToEraseView> {
    if (!isId(id)) throw new NotFound('identity/person-unknown');
    await this.erasing.erase(id, reason, { command: commandId(command), actor });
    return personToEraseView(await this.people.find(id, actor));
  }
}
