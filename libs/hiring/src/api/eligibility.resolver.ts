import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id, isId, NotFound, ReadModels } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { DiagnoseEligibility } from '../application/diagnose-eligibility.js';
import { isReceiver, mayOpen } from '../projections/application-access.js';
import { ApplicationLists } from '../projections/application-lists.js';
import { criteriaOfAge } from '../domain/age-criteria.js';
import { authorFor } from '../domain/diagnosis.js';
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
    private readonly applications: ApplicationLists,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('prescriber', 'employer', 'candidate')
  @Query(() => EligibilityView, {
    description:
      'Whether a company may hire a person under the IAE, why, and what would be enough; with criteria: if they were declared; with applicationId: as the one who sent that application allows it.',
  })
  async eligibility(
    @Args('candidateId', onId) candidateId: Id,
    @Args('companyId', onId) companyId: Id,
    @Args('criteria', { type: () => [String], nullable: true }) criteria: string[] | null,
    @Args('applicationId', { type: () => ID, nullable: true }) applicationId: Id | null,
    @CurrentActor() actor: Actor,
  ): Promise<EligibilityView> {
    const known =
      isId(candidateId) && (actor.role !== 'candidate' || actor.id === candidateId) && (await this.identity.candidate(candidateId));
    if (!known) throw new NotFound('hiring/unknown-candidate');
    const company = isId(companyId) ? await this.organisations.company(companyId) : null;
    if (!company) throw new NotFound('hiring/unknown-company');
    const reading = { viewer: actor, purpose: 'eligibility' };
    const question = { candidateId, company, actor, criteria: criteria ?? null };
    if (!applicationId) {
      await this.identity.noteReading(candidateId, reading);
      return this.presenter.explain(question);
    }
    const application = isId(applicationId) ? await this.applications.one(applicationId) : null;
    const open = application && mayOpen(application, actor, this.clock.today());
    if (!open || application.candidateId !== candidateId || application.companyId !== companyId)
      throw new NotFound('hiring/unknown-application');
    await this.identity.noteReading(candidateId, reading);
    const sentByAuthorisedPrescriber = application.sender === 'prescriber';
    return this.presenter.explain({ ...question, sentByAuthorisedPrescriber, party: isReceiver(application, actor) });
  }

  @RequiresRole('prescriber', 'employer', 'candidate', 'staff')
  @Query(() => [DiagnosisView], { name: 'diagnoses', description: 'Diagnoses of a person that this viewer may read, newest first.' })
  async list(@Args('candidateId', onId) candidateId: Id, @CurrentActor() actor: Actor): Promise<DiagnosisView[]> {
    const found = isId(candidateId) ? await this.lists.of(candidateId, actor) : [];
    if (found.length > 0) await this.identity.noteReading(candidateId, { viewer: actor, purpose: 'diagnoses' });
    return found;
  }

  @RequiresRole('prescriber', 'employer')
  @Query(() => [String], {
    description: 'Criteria to tick beforehand on a diagnosis made today: what the birth date on file says, for those who may diagnose.',
  })
  async suggestedCriteria(@Args('candidateId', onId) candidateId: Id, @CurrentActor() actor: Actor): Promise<string[]> {
    const person = isId(candidateId) && authorFor(actor) ? await this.identity.candidate(candidateId) : null;
    const found = person ? [...criteriaOfAge(person.age)] : [];
    if (found.length > 0) await this.identity.noteReading(candidateId, { viewer: actor, purpose: 'diagnosis-preparation' });
    return found;
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
    const caughtUp = await this.readModels.caughtUp(receipt, ['hiring.diagnoses', 'approvals.follow']);
    const made = await (caughtUp ? this.lists.one(candidateId, diagnosisId, actor) : this.lists.made(candidateId, diagnosisId));
    if (!made) throw new NotFound('hiring/unknown-candidate');
    return made;
  }
}
