import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { Attempts } from '#kernel/api';
import { KernelModule, type KernelOptions } from '#kernel/kernel.module';
import { readConfig } from '../../platform/src/config.js';
import { contexts } from '../../platform/src/contexts.js';
import { attemptsTable, DatabaseAttempts } from '../../platform/src/http/attempts.js';
import { CONFIG } from '../../platform/src/tokens.js';
import type { Environment } from './environment.js';

export interface OpenOptions extends Omit<KernelOptions, 'config'> {
  /** `all` follows the log while the command runs; `api` leaves that to the server. */
  readonly role: 'api' | 'all';
  /** `off`: nothing falls due while the command runs. */
  readonly deadlines?: 'off';
  /** `off`: nothing that is written is told to anybody. */
  readonly mail?: 'off';
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** The longest a timer can wait. */
const NEVER = 2 ** 31 - 1;

@Module({})
class CommandModule {}

/** The platform without a web server, for a command. */
export async function openPlatform({ variables }: Environment, { role, deadlines, mail, modules = contexts, ...kernel }: OpenOptions): Promise<INestApplicationContext> {
  const config = { ...readConfig(variables), role, ...(deadlines && { deadlinesEveryMs: NEVER }), ...(mail && { mail }) };
  const root: DynamicModule = {
    module: CommandModule,
    global: true,
    imports: [KernelModule.forRoot({ config, ...kernel }), CqrsModule.forRoot(), ...modules],
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: 'attempts table', useValue: attemptsTable },
      { provide: Attempts, useClass: DatabaseAttempts },
    ],
    exports: [CONFIG, Attempts],
  };
  return NestFactory.createApplicationContext(root, { logger: ['error', 'warn'], abortOnError: false });
}
