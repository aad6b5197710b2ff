import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { CRITERIA, departmentOf, type Label, labelOf, PASS_STATES } from '#reference';
import { LabelView } from '#reference/views';
import { ApplicationListValues } from '../projections/list-values.js';
import { fullName } from './application-presenter.js';

@ObjectType('ApplicationFilters', { description: 'What may be chosen in each filter: nothing where there is nothing to choose.' })
export class ApplicationFiltersView {
  @Field(() => [LabelView]) senders!: Label[];
  @Field(() => [LabelView]) senderOrganisations!: Label[];
  @Field(() => [LabelView]) companies!: Label[];
  @Field(() => [LabelView]) departments!: Label[];
  @Field(() => [LabelView]) jobs!: Label[];
  @Field(() => [LabelView]) criteria!: Label[];
  @Field(() => [LabelView]) passes!: Label[];
  @Field(() => [LabelView]) eligibility!: Label[];
}

const ELIGIBILITY: readonly Label[] = [
  { code: 'validated', label: 'Éligibilité validée' },
  { code: 'to_validate', label: 'Éligibilité à valider' },
];
const byLabel = (a: Label, b: Label) => a.label.localeCompare(b.label, 'fr', { numeric: true });
/** In order; what has no name any more is not offered. */
const named = (codes: readonly string[], nameOf: (code: string) => string | null | undefined): Label[] =>
  codes.flatMap((code) => ({ code, label: nameOf(code) ?? '' })).filter(({ label }) => label !== '').sort(byLabel);

@Resolver()
export class ListValuesResolver {
  constructor(
    private readonly values: ApplicationListValues,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('employer', 'prescriber')
  @Query(() => ApplicationFiltersView, { description: 'By what my organisation’s applications, received or sent, can be narrowed: the values that occur in them.' })
  async applicationFilters(@Args('box', { type: () => String, defaultValue: 'received' }) box: string, @CurrentActor() actor: Actor): Promise<ApplicationFiltersView> {
    const found = await this.values.of(actor, box, this.clock.today());
    const [people, organisations, jobs] = await Promise.all([
      this.identity.accountNames(found.senders),
      this.organisations.organisations([...found.senderOrganisations, ...found.companies]),
      this.organisations.jobs(found.jobs),
    ]);
    const organisation = (id: Id) => organisations.get(id)?.name;
    const company = (id: Id) => organisations.get(id) && `${organisation(id)} (${organisations.get(id)!.kind})`;
    return {
      senders: named(found.senders, (id) => fullName(people.get(id))),
      senderOrganisations: named(found.senderOrganisations, organisation),
      companies: named(found.companies, company),
      departments: named(found.departments, (code) => `${code} - ${departmentOf(code)?.label ?? code}`),
      jobs: named(found.jobs, (id) => jobs.get(id)?.title),
      criteria: CRITERIA.filter(({ code }) => found.criteria.includes(code)).map(({ code, label }) => ({ code, label })),
      passes: PASS_STATES.filter(({ code }) => found.passes.includes(code)).map(({ code }) => ({ code, label: labelOf(PASS_STATES, code) })),
      eligibility: found.eligibility ? [...ELIGIBILITY] : [],
    };
  }
}
