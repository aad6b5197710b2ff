import { Global, Module } from '@nestjs/common';
import { EventTypes, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { ExportsResolver } from './api/exports.resolver.js';
import { FiguresController } from './api/figures.controller.js';
import { FiguresResolver } from './api/figures.resolver.js';
import { FiguresAnswers } from './api/figures-answers.js';
import { FiguresTopic, PublicFigures } from './api/figures-topic.js';
import { IndicatorsResolver } from './api/indicators.resolver.js';
import { pilotageRefusals } from './api/refusals.fr.js';
import { ExportFacts } from './application/export-facts.js';
import { FiguresScope } from './application/figures-scope.js';
import { pilotageEventTypes } from './domain/event-types.js';
import { DrillDown } from './projections/drill-down.js';
import { Exports } from './projections/exports.js';
import { exportRows } from './projections/exports.projection.js';
import { FiguresCopy } from './projections/figures-copy.js';
import { FiguresReader } from './projections/figures.js';
import { facts } from './projections/facts.projection.js';

@Global()
@Module({
  controllers: [FiguresController],
  providers: [
    { provide: ProjectionSet, useValue: new ProjectionSet([facts, exportRows]) },
    { provide: EventTypes, useValue: pilotageEventTypes },
    { provide: RefusalSentences, useValue: new RefusalSentences(pilotageRefusals) },
    FiguresCopy,
    FiguresReader,
    DrillDown,
    FiguresScope,
    FiguresTopic,
    PublicFigures,
    ExportFacts,
    Exports,
    ExportsResolver,
    FiguresAnswers,
    FiguresResolver,
    IndicatorsResolver,
  ],
})
export class PilotageModule {}
