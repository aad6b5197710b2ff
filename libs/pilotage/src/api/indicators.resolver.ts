import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock } from '#kernel';
import { CurrentActor, Public } from '#kernel/api';
import { FiguresScope } from '../application/figures-scope.js';
import { INDICATORS } from '../domain/indicators.js';
import { questionOf } from '../domain/question.js';
import { shownSql } from '../projections/terms-sql.js';
import { BEHIND_PAGE, DrillDown } from '../projections/drill-down.js';
import { FiguresReader } from '../projections/figures.js';
import { eventLabel } from './events.fr.js';
import { factView } from './fact.view.js';
import { FigureFilter } from './figures.types.js';
import { DrillDownView, IndicatorView } from './indicators.types.js';
import { lookedBehind } from './looked-behind.js';

const LAST_PAGE = 1000;

@Resolver()
export class IndicatorsResolver {
  constructor(
    private readonly drill: DrillDown,
    private readonly reader: FiguresReader,
    private readonly scope: FiguresScope,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => [IndicatorView], { description: 'What each figure means: its words, its terms, the statement that computes it.' })
  indicators(): readonly IndicatorView[] {
    return INDICATORS.map(({ numerator, denominator, ...indicator }) => ({
      ...indicator,
      numerator: { text: numerator.text, sql: shownSql(numerator, indicator.reading) },
      denominator: denominator && { text: denominator.text, sql: shownSql(denominator, 'sum') },
    }));
  }

  @Public()
  @Query(() => DrillDownView, { description: 'The events behind a figure or one of its parts; counts by kind of event; for the public, what each measure holds, rounded.' })
  async drillDown(
    @Args('indicator', { type: () => String }) id: string,
    @Args('filter', { type: () => FigureFilter }) filter: FigureFilter,
    @Args('page', { type: () => Int, nullable: true }) asked: number | null | undefined,
    @Args('part', { type: () => String, nullable: true, description: 'Code of one part of the indicator: a reason, a class of delays, a state.' }) part: string | null | undefined,
    @CurrentActor() actor: Actor | null,
  ): Promise<DrillDownView> {
    const looked = lookedBehind(id, part);
    const question = questionOf(filter, await this.scope.of(actor), this.clock.now());
    const page = Math.min(Math.max(1, asked ?? 1), LAST_PAGE);
    const { position } = await this.reader.freshness(question.knownAt);
    const facts = question.masked ? [] : this.drill.behind(looked, question, { limit: BEHIND_PAGE, offset: BEHIND_PAGE * (page - 1) });
    const events = await this.drill.events(looked, question, position);
    return {
      indicator: id,
      events: events.map((each) => ({ ...each, label: eventLabel(each.type) })),
      facts: (await facts).map(factView),
      total: question.masked ? 0 : events.reduce((sum, { count }) => sum + count, 0),
      page,
      pageSize: BEHIND_PAGE,
      masked: question.masked,
    };
  }
}
