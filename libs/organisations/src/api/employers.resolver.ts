import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#kernel/api';
import { EmployerCards } from '../projections/employer-card.js';
import { EmployerSearch, PAGE_SIZE } from '../projections/employer-search.js';
import { communeView } from './commune.view.js';
import { DEFAULT_DISTANCE, employerQuestion } from './employer-question.js';
import { employerHit, EmployerPageView, employerView, EmployerView } from './employer.views.js';

/** Public: anybody may look for an employer. */
@Public()
@Resolver()
export class EmployersResolver {
  constructor(
    private readonly search: EmployerSearch,
    private readonly cards: EmployerCards,
  ) {}

  @Query(() => EmployerPageView)
  async employers(
    @Args('place', { description: 'INSEE code' }) place: string,
    @Args('distance', { type: () => Int, nullable: true, defaultValue: DEFAULT_DISTANCE }) distance: number | null,
    @Args('kinds', { type: () => [String], nullable: true }) kinds: string[] | null,
    @Args('job', { type: () => String, nullable: true, description: 'ROME code, letter of a ROME domain, or words of a title' }) job: string | null,
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) page: number | null,
  ): Promise<EmployerPageView> {
    const question = employerQuestion({ place, distance, kinds, job, page });
    const { total, items } = await this.search.find(question);
    return { place: communeView(question.place), total, page: question.page, pageSize: PAGE_SIZE, items: items.map(employerHit) };
  }

  @Query(() => EmployerView, { nullable: true })
  async employer(@Args('id', { type: () => ID }) id: string): Promise<EmployerView | null> {
    const card = await this.cards.find(id);
    return card && employerView(card);
  }
}
