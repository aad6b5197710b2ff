import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock } from '#kernel';
import { CurrentActor, Public } from '#kernel/api';
import { ControlQueries } from '#control';
import { questionOf } from '../domain/question.js';
import { FiguresReader } from '../projections/figures.js';
import { FigureFilter, FiguresView } from './figures.types.js';
import { noteOf } from './note.fr.js';

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
    const question = questionOf(filter, actor && (await this.control.territoryOf(actor)), this.clock.today());
    const fresh = await this.reader.freshness();
    const answer = await this.reader.answer(question, fresh);
    const asOf = fresh.recorded ?? new Date(this.clock.now()).toISOString();
    return { from: question.from, to: question.to, ...answer, position: fresh.position, asOf, masked: question.masked, note: noteOf(question) };
  }
}
