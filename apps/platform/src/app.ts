import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify from 'fastify';
import { newId } from '#kernel';
import { SessionResolver } from '#kernel/api';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { serveFront } from './http/front.js';
import { createLog, logRequests, NestLog } from './http/logging.js';
import { secure } from './http/security.js';
import { resolveSessions } from './http/sessions.js';
import { Metrics } from './ops/metrics.js';

const BODY_LIMIT = 256 * 1024;

export interface AppOptions {
  /** Folder of the built front end. */
  readonly front?: string;
  /** Other contexts than the platform's own. */
  readonly modules?: readonly Type[];
}

/** So many proxies in a row, counted from ours. */
const believed = (proxies: Config['trustProxy']) => (typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies);

/** The platform, ready to listen. */
export const createApp = async (config: Config, { front = 'frontend/dist/browser', modules }: AppOptions = {}): Promise<NestFastifyApplication> => {
  const log = createLog(config);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: BODY_LIMIT,
    trustProxy: believed(config.trustProxy),
    // Pages that listen keep their connection open: a stop must not wait for them.
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, modules), adapter, { logger: new NestLog(log), abortOnError: false });
  const server = app.getHttpAdapter().getInstance();
  logRequests(server);
  app.get(Metrics).observe(server);
  await secure(server, config);
  resolveSessions(server, app.get(SessionResolver, { strict: false }));
  if (config.role !== 'worker') await serveFront(server, front, config);
  app.enableShutdownHooks();
  return app;
};
