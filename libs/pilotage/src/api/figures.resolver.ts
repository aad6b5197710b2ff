import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock } from '#kernel';
import { CurrentActor, Public } from '#kernel/api';
import { ControlQueries } from '#control';
import { questionOf } from '../domain/question.js';
import { FiguresReader } from '../projections/figures.js';
import { FigureFilter, FiguresView } from './figures.types.js';
import { noteOf, placeName } from './note.fr.js';

@Resolver()
export class FiguresResolver {
  constructor(
    private readonly reader: FiguresReader,
    private readonly control: ControlQueries,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => FiguresView, { description: 'Exact for inspectors in their territory and staff; rounded and for closed months only for everybody else.' })
  async figures(@Args('filter', { type: () => FigureFilter }) filter: FigureFilter, @CurrentActor() actor: Actor | null): Promise<FiguresView> {
    const own = actor && (await this.control.territoryOf(actor));
    const question = questionOf(filter, own, this.clock.now());
    const fresh = await this.reader.freshness(question.knownAt);
    const { indicators, ...answer } = await this.reader.answer(question, fresh);
    const unfiltered = !filter.region && !filter.department && !filter.kind && !filter.asOf && !filter.knownAt;
    return {
      from: question.from,
      to: question.to,
      ...answer,
      indicators: indicators.map(({ indicator: { id, version, title, unit }, ...value }) => ({ id, version, title, unit, ...value })),
      live: question.masked && unfiltered ? await this.reader.live(await this.reader.freshness()) : null,
      position: question.masked ? null : fresh.position,
      asOf: (!question.masked && fresh.recorded) || new Date(question.knownAt ?? this.clock.now()).toISOString(),
      validAt: question.validAt,
      knownAt: question.knownAt === null ? null : new Date(question.knownAt).toISOString(),
      masked: question.masked,
      scope: { region: question.region, department: question.department, name: placeName(question), own: own && placeName(own) },
      note: noteOf(question, own !== null && !filter.asPublic),
    };
  }
}
