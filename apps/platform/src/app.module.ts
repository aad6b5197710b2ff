import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { ActorGuard, Attempts, ForgiveSuccess, RefusalFilter } from '#kernel/api';
import { KernelModule } from '#kernel/kernel.module';
import type { Config } from './config.js';
import { contexts } from './contexts.js';
import { graphqlOptions } from './graphql/options.js';
import { attemptsTable, DatabaseAttempts } from './http/attempts.js';
import { Health } from './ops/health.js';
import { Metrics } from './ops/metrics.js';
import { OpsController } from './ops/ops.controller.js';
import { Sealing } from './ops/sealing.js';
import { CONFIG } from './tokens.js';

/** One platform, composed of its contexts. Workers run the same contexts and answer health and metrics only. */
@Module({})
export class AppModule {
  static forRoot(config: Config, modules: readonly Type[] = contexts): DynamicModule {
    const api = config.role === 'worker' ? [] : [GraphQLModule.forRoot<MercuriusDriverConfig>({ driver: MercuriusDriver, ...graphqlOptions(config) })];
    return {
      module: AppModule,
      global: true,
      imports: [KernelModule.forRoot({ config }), CqrsModule.forRoot(), ...modules, ...api],
      controllers: [OpsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: 'attempts table', useValue: attemptsTable },
        { provide: Attempts, useClass: DatabaseAttempts },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_INTERCEPTOR, useClass: ForgiveSuccess },
        { provide: APP_FILTER, useClass: RefusalFilter },
        Health,
        Metrics,
        Sealing,
      ],
      exports: [CONFIG],
    };
  }
}
