import { Global, Module } from '@nestjs/common';
import { ProjectionSet } from '#kernel';
import { HistoryController } from './api/export/history.controller.js';
import { HireReader } from './api/hire-reader.js';
import { HiresResolver } from './api/hires.resolver.js';
import { ControlQueries } from './contract.js';
import { hireRows } from './projections/hire.projection.js';
import { HireHistories } from './projections/hire-history.js';
import { Hires } from './projections/hires.js';
import { institutionRows } from './projections/institution.projection.js';
import { Territories } from './projections/territories.js';

@Global()
@Module({
  controllers: [HistoryController],
  providers: [
    { provide: ProjectionSet, useValue: new ProjectionSet([hireRows, institutionRows]) },
    { provide: ControlQueries, useClass: Territories },
    Hires,
    HireHistories,
    HireReader,
    HiresResolver,
  ],
  exports: [ControlQueries],
})
export class ControlModule {}
