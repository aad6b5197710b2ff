import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequiresRole } from '#kernel/api';
import { PassView, passView } from '#approvals/views';
import { IdentityQueries } from '#identity';
import { JobView, jobView } from '#organisations/views';
import { OrganisationsQueries } from '#organisations';
import { refusalReasonOf } from '#reference';
import { AUTOMATIC_REASON } from '../domain/reasons.js';
import { isReceiver } from '../projections/application-access.js';
import type { TimelineFact } from '../projections/application.row.js';
import { AdvisorNames } from './advisor-names.js';
import { fullName } from './application-presenter.js';
import { AdvisorView, ApplicationView, TimelineEntryView } from './application.view.js';
import { DiagnosisView, diagnosisView, mayReadDiagnosis } from './diagnosis.view.js';
import { EligibilityPresenter } from './eligibility-presenter.js';
import { EligibilityView } from './eligibility.view.js';
import { BY_THE_PLATFORM, timelineLabel } from './timeline.fr.js';

/** Fields that cost a reading: made only when asked for, together for the whole answer. */
@RequiresRole('employer', 'prescriber', 'candidate', 'staff')
@Resolver(() => ApplicationView)
export class ApplicationFieldsResolver {
  constructor(
    private readonly eligibilities: EligibilityPresenter,
    private readonly organisations: OrganisationsQueries,
    private readonly identity: IdentityQueries,
    private readonly advisorNames: AdvisorNames,
  ) {}

  @ResolveField(() => [JobView], {
    description: 'Jobs the receiving company has open, one of which it may hire for: on the application’s own page, for that company only.',
  })
  async openJobs(@Parent() { source: { row, actor, batch } }: ApplicationView): Promise<JobView[]> {
    if (!batch.single || !isReceiver(row, actor)) return [];
    const company = await this.organisations.company(row.companyId);
    const open = (company?.jobs ?? []).filter((job) => job.open).map(({ id }) => id);
    const cards = await this.organisations.jobs(open);
    return open.flatMap((id) => cards.get(id) ?? []).map(jobView);
  }

  @ResolveField(() => String, { nullable: true })
  async message(@Parent() { source: { row, batch } }: ApplicationView): Promise<string | null> {
    return (row.messageId && (await batch.texts()).get(row.messageId)) || null;
  }

  @ResolveField(() => String, { nullable: true })
  async answer(@Parent() { source: { row, visible, batch } }: ApplicationView): Promise<string | null> {
    if (row.refusalReason === AUTOMATIC_REASON) return refusalReasonOf(AUTOMATIC_REASON)!.defaultAnswer;
    return (visible.answerId && (await batch.texts()).get(visible.answerId)) || null;
  }

  @ResolveField(() => String, { nullable: true, description: 'To the prescriber; never shown to the candidate.' })
  async privateAnswer(@Parent() { source: { visible, batch } }: ApplicationView): Promise<string | null> {
    return (visible.privateAnswerId && (await batch.texts()).get(visible.privateAnswerId)) || null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why staff refused to deliver the PASS.' })
  async passDeliveryExplanation(@Parent() { source: { visible, batch } }: ApplicationView): Promise<string | null> {
    return (visible.explanationId && (await batch.texts()).get(visible.explanationId)) || null;
  }

  @ResolveField(() => PassView, {
    nullable: true,
    description: 'Once accepted, the one of this hire, whatever came after it; before that, the person’s of today.',
  })
  async pass(@Parent() { candidate, source: { row, visible, batch } }: ApplicationView): Promise<PassView | null> {
    if (!visible.rights) return null;
    const hired = row.status === 'accepted';
    const found = hired ? row.pass && (await batch.hirePasses()).get(row.pass.passId) : (await batch.passes()).get(row.candidateId);
    return found ? passView(found, batch.today, candidate) : null;
  }

  @ResolveField(() => DiagnosisView, {
    nullable: true,
    description: 'The one frozen at acceptance, else the last one this viewer may read.',
  })
  async diagnosis(@Parent() { source: { row, visible, actor, batch } }: ApplicationView): Promise<DiagnosisView | null> {
    if (!visible.rights) return null;
    const [all, diagnosers, passes] = await Promise.all([batch.diagnoses(), batch.diagnosers(), batch.passes()]);
    const readable = all.filter((each) => each.candidateId === row.candidateId && mayReadDiagnosis(each, actor));
    const shown = row.diagnosisId ? readable.find(({ id }) => id === row.diagnosisId) : readable.at(-1);
    const organisation = (shown && diagnosers.get(shown.organisation)?.name) ?? '';
    return shown ? diagnosisView(shown, organisation, passes.get(row.candidateId) ?? null, batch.today) : null;
  }

  @ResolveField(() => EligibilityView, {
    nullable: true,
    description: 'For the company that received it, on the application’s own page: null in lists.',
  })
  async eligibility(@Parent() { source: { row, actor, batch } }: ApplicationView): Promise<EligibilityView | null> {
    if (!batch.single || !isReceiver(row, actor)) return null;
    const company = { id: row.companyId, kind: row.companyKind };
    const sentByAuthorisedPrescriber = row.sender === 'prescriber';
    return this.eligibilities.explain({ candidateId: row.candidateId, company, actor, criteria: null, sentByAuthorisedPrescriber, party: true });
  }

  @ResolveField(() => String, { nullable: true, description: 'Who follows the hire in the company, when it was said.' })
  async advisor(@Parent() { source: { row, visible } }: ApplicationView): Promise<string | null> {
    if (!row.advisor || !visible.rights) return null;
    return fullName((await this.identity.accountNames([row.advisor])).get(row.advisor));
  }

  @ResolveField(() => [AdvisorView], {
    description: 'Whom the receiving company may name as advisor: its members. Empty for others and in lists.',
  })
  async advisors(@Parent() { source: { row, actor, batch } }: ApplicationView): Promise<AdvisorView[]> {
    if (!batch.single || !isReceiver(row, actor)) return [];
    return this.advisorNames.of(row.companyId);
  }

  @ResolveField(() => [TimelineEntryView])
  async timeline(@Parent() { candidate, source: { row, batch } }: ApplicationView): Promise<TimelineEntryView[]> {
    const [timelines, people, organisations] = await Promise.all([batch.timelines(), batch.professionals(), batch.organisations()]);
    const who = ({ role, by }: TimelineFact) =>
      role === 'system' ? BY_THE_PLATFORM : role === 'candidate' ? candidate.displayName : fullName(people.get(by));
    return (timelines.get(row.id) ?? []).map((entry) => ({
      ...{ at: entry.at, type: entry.type, label: timelineLabel(entry), by: who(entry) },
      organisation: (entry.organisation && organisations.get(entry.organisation)?.name) || null,
    }));
  }
}
