import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, dayOf, type Id, isId, NotFound, ReadModels } from '#kernel';
import { CurrentActor, DayScalar, LimitedPerAccount, RequiresRole } from '#kernel/api';
import { type CandidateWritten, Candidates } from '../application/candidates.js';
import { CandidateFiles } from '../projections/candidate-files.js';
import { CandidateFinder } from '../projections/candidate-finder.js';
import { CANDIDATE_PAGE, CandidateList } from '../projections/candidate-list.js';
import { CandidateFileView, CandidateInputView, CandidateMatchView, CandidatePageView, SuspectedTwinView } from './candidate.views.js';
import { commandId } from './command-id.js';
import { LOOKUPS } from './lookups.js';

@Resolver()
export class CandidatesResolver {
  constructor(
    private readonly finder: CandidateFinder,
    private readonly list: CandidateList,
    private readonly files: CandidateFiles,
    private readonly commands: Candidates,
    private readonly readModels: ReadModels,
  ) {}

  @RequiresRole('prescriber', 'employer')
  @LimitedPerAccount(LOOKUPS)
  @Query(() => CandidateMatchView, { description: 'First step before creating a candidate; an invalid number is refused.' })
  candidateByNir(@Args('nir', { type: () => String }) nir: string, @CurrentActor() actor: Actor): Promise<CandidateMatchView> {
    return this.finder.byNir(nir, actor);
  }

  @RequiresRole('prescriber', 'employer')
  @LimitedPerAccount(LOOKUPS)
  @Query(() => CandidateMatchView)
  candidateByEmail(@Args('email', { type: () => String }) email: string, @CurrentActor() actor: Actor): Promise<CandidateMatchView> {
    return this.finder.byEmail(email, actor);
  }

  @RequiresRole('prescriber', 'employer')
  @LimitedPerAccount(LOOKUPS)
  @Query(() => [SuspectedTwinView], { description: 'Files of people of the same name born the same day, to take instead of creating one.' })
  async suspectedTwins(
    @Args('firstName', { type: () => String }) firstName: string,
    @Args('lastName', { type: () => String }) lastName: string,
    @Args('birthDate', { type: () => DayScalar }) birthDate: string,
    @CurrentActor() actor: Actor,
  ): Promise<SuspectedTwinView[]> {
    return [...(await this.finder.twins({ firstName, lastName, birthDate }, actor))];
  }

  @RequiresRole('prescriber', 'employer')
  @Query(() => CandidatePageView, { description: 'Candidates registered here, or with an application sent from or to here.' })
  async candidates(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) asked: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<CandidatePageView> {
    const page = Math.max(1, asked ?? 1);
    return { ...(await this.list.page(actor, search ?? '', page)), page, pageSize: CANDIDATE_PAGE };
  }

  @RequiresRole('prescriber', 'employer', 'staff')
  @Query(() => CandidateFileView, { nullable: true })
  async candidate(@Args('id', { type: () => ID }) id: Id, @CurrentActor() actor: Actor): Promise<CandidateFileView | null> {
    return isId(id) ? this.files.open(id, actor) : null;
  }

  @RequiresRole('candidate')
  @Query(() => CandidateFileView, { nullable: true })
  myFile(@CurrentActor() actor: Actor): Promise<CandidateFileView | null> {
    return this.files.open(actor.id, actor);
  }

  @RequiresRole('prescriber', 'employer')
  @Mutation(() => CandidateFileView)
  async registerCandidate(
    @Args('input', { type: () => CandidateInputView }) input: CandidateInputView,
    @Args('confirmNotDuplicate', { type: () => Boolean, nullable: true, defaultValue: false }) confirmed: boolean | null,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<CandidateFileView> {
    return this.written(await this.commands.register(input, confirmed ?? false, { command: commandId(command), actor }), actor);
  }

  @RequiresRole('prescriber', 'employer', 'candidate', 'staff')
  @Mutation(() => CandidateFileView)
  async updateCandidate(
    @Args('id', { type: () => ID }) id: Id,
    @Args('input', { type: () => CandidateInputView }) input: CandidateInputView,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<CandidateFileView> {
    if (!isId(id)) throw new NotFound('identity/candidate-unknown');
    return this.written(await this.commands.update(id, input, { command: commandId(command), actor }), actor);
  }

  @RequiresRole('prescriber', 'employer')
  @LimitedPerAccount(LOOKUPS)
  @Mutation(() => CandidateFileView, { description: 'Completes a file that has no social security number; not for orienters.' })
  async attachNir(
    @Args('id', { type: () => ID }) id: Id,
    @Args('nir', { type: () => String }) nir: string,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<CandidateFileView> {
    if (!isId(id)) throw new NotFound('identity/candidate-unknown');
    return this.written(await this.commands.attachNir(id, nir, { command: commandId(command), actor }), actor);
  }

  @RequiresRole('prescriber', 'employer', 'staff')
  @Mutation(() => CandidateFileView, { description: 'Says that the data on file are up to date.' })
  async confirmCandidate(
    @Args('id', { type: () => ID }) id: Id,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<CandidateFileView> {
    if (!isId(id)) throw new NotFound('identity/candidate-unknown');
    return this.written(await this.commands.confirm(id, { command: commandId(command), actor }), actor);
  }

  private async written({ candidateId, receipt }: CandidateWritten, actor: Actor): Promise<CandidateFileView> {
    // The file comes from the vault and is never behind; the lists one goes back to are what this waits for.
    const caughtUp = await this.readModels.caughtUp(receipt, ['identity.candidate-link', 'identity.candidate', 'identity.candidate-check']);
    const last = receipt.entries.at(-1)?.events.at(-1);
    const file = await this.files.open(candidateId, actor, { purpose: 'candidate-written', vouchedFor: caughtUp || !last ? null : dayOf(last.meta.occurred) });
    if (!file) throw new NotFound('identity/candidate-unknown');
    return file;
  }
}
