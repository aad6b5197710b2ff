import { Global, Module } from '@nestjs/common';
import { ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { FiguresController } from './api/figures.controller.js';
import { FiguresResolver } from './api/figures.resolver.js';
import { FiguresAnswers } from './api/figures-answers.js';
import { FiguresTopic, PublicFigures } from './api/figures-topic.js';
import { IndicatorsResolver } from './api/indicators.resolver.js';
import { pilotageRefusals } from './api/refusals.fr.js';
import { DrillDown } from './projections/drill-down.js';
import { FiguresCopy } from './projections/figures-copy.js';
import { FiguresReader } from './projections/figures.js';
import { facts } from './projections/facts.projection.js';

@Global()
@Module({
  controllers: [FiguresController],
  providers: [
    { provide: ProjectionSet, useValue: new ProjectionSet([facts]) },
    { provide: RefusalSentences, useValue: new RefusalSentences(pilotageRefusals) },
    FiguresCopy,
    FiguresReader,
    DrillDown,
    FiguresTopic,
    PublicFigures,
    FiguresAnswers,
    FiguresResolver,
    IndicatorsResolver,
  ],
})
export class PilotageModule {}
