import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, isId, NotFound, ReadModels, Refusal } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { DiagnoseEligibility } from '../application/diagnose-eligibility.js';
import { DiagnosisPresenter } from './diagnosis-presenter.js';
import { DiagnosisView } from './diagnosis.view.js';
import { EligibilityPresenter } from './eligibility-presenter.js';
import { EligibilityView } from './eligibility.view.js';
import { commandOf } from './inputs.js';

const onId = { type: () => ID };

@Resolver()
export class EligibilityResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly readModels: ReadModels,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly presenter: EligibilityPresenter,
    private readonly lists: DiagnosisPresenter,
  ) {}

  @RequiresRole('prescriber', 'employer', 'candidate')
  @Query(() => EligibilityView, {
    description: 'Whether a company may hire a person under the IAE, why, and what would be enough; with criteria: if they were declared.',
  })
  async eligibility(
    @Args('candidateId', onId) candidateId: Id,
    @Args('companyId', onId) companyId: Id,
    @Args('criteria', { type: () => [String], nullable: true }) criteria: string[] | null,
    @CurrentActor() actor: Actor,
  ): Promise<EligibilityView> {
    const known =
      isId(candidateId) && (actor.role !== 'candidate' || actor.id === candidateId) && (await this.identity.candidate(candidateId));
    if (!known) throw new NotFound('hiring/unknown-candidate');
    const company = isId(companyId) ? await this.organisations.company(companyId) : null;
    if (!company) throw new NotFound('hiring/unknown-company');
    return this.presenter.explain({ candidateId, company, actor, criteria: criteria ?? null });
  }

  @RequiresRole('prescriber', 'employer', 'candidate', 'staff')
  @Query(() => [DiagnosisView], { name: 'diagnoses', description: 'Diagnoses of a person that this viewer may read, newest first.' })
  async list(@Args('candidateId', onId) candidateId: Id, @CurrentActor() actor: Actor): Promise<DiagnosisView[]> {
    return isId(candidateId) ? this.lists.of(candidateId, actor) : [];
  }

  @RequiresRole('prescriber', 'employer')
  @Mutation(() => DiagnosisView)
  async diagnose(
    @Args('candidateId', onId) candidateId: Id,
    @Args('criteria', { type: () => [String] }) criteria: string[],
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<DiagnosisView> {
    const context = commandOf(command, actor, { ids: { candidateId } });
    const { diagnosisId, receipt } = await this.commands.execute(new DiagnoseEligibility(candidateId, criteria, context));
    await this.readModels.caughtUp(receipt, ['hiring.diagnoses']);
    const made = await this.lists.one(candidateId, diagnosisId, actor);
    if (!made) throw new Refusal('hiring/shown-soon');
    return made;
  }
}
