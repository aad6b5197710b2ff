import { Global, Injectable, Module } from '@nestjs/common';
import { ProjectionSet, TopicGuard } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { FiguresResolver } from './api/figures.resolver.js';
import { IndicatorsResolver } from './api/indicators.resolver.js';
import { pilotageRefusals } from './api/refusals.fr.js';
import { DrillDown } from './projections/drill-down.js';
import { FiguresCopy } from './projections/figures-copy.js';
import { FiguresReader } from './projections/figures.js';
import { facts } from './projections/facts.projection.js';

/** « The figures have moved » says nothing about whom: everybody may hear it. */
@Injectable()
export class FiguresTopic extends TopicGuard {
  readonly family = 'figures';
  allows(): boolean {
    return true;
  }
}

@Global()
@Module({
  providers: [
    { provide: ProjectionSet, useValue: new ProjectionSet([facts]) },
    { provide: RefusalSentences, useValue: new RefusalSentences(pilotageRefusals) },
    FiguresCopy,
    FiguresReader,
    DrillDown,
    FiguresTopic,
    FiguresResolver,
    IndicatorsResolver,
  ],
})
export class PilotageModule {}
