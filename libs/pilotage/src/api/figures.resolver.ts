import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#kernel';
import { CurrentActor, Public } from '#kernel/api';
import { FigureFilter, FiguresView } from './figures.types.js';
import { FiguresAnswers } from './figures-answers.js';

@Resolver()
export class FiguresResolver {
  constructor(private readonly answers: FiguresAnswers) {}

  @Public()
  @Query(() => FiguresView, { description: 'Exact for inspectors in their territory and staff; rounded and for closed months only for everybody else.' })
  figures(@Args('filter', { type: () => FigureFilter }) filter: FigureFilter, @CurrentActor() actor: Actor | null): Promise<FiguresView> {
    return this.answers.of(filter, actor);
  }
}
