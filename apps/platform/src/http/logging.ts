import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { describeError } from '#kernel/api';
import type { Config } from '../config.js';

/**
 * Structured logs without personal data: no body, no query value, no address, no message of an unknown error.
 */
export const createLog = (config: Pick<Config, 'logLevel' | 'role'>): Logger =>
  pino({
    level: config.logLevel,
    base: { role: config.role },
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({ method: request.method, route: request.routeOptions?.url }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: describeError,
    },
  });

/** One line per request, by route and not by address. */
export const logRequests = (server: FastifyInstance): void => {
  server.addHook('onResponse', (request, reply, done) => {
    const fields = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) request.log.error(fields, 'request');
    else if (fields.route === '/graphql' || fields.route.startsWith('/api/')) request.log.info(fields, 'request');
    else request.log.debug(fields, 'request');
    done();
  });
};

/** Nest's own words, in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}
  log(message: unknown, context?: string): void {
    this.log_.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.log_.warn({ context }, String(message));
  }
  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.log_.error({ context, error: describeError(message) }, 'error');
    else this.log_.error({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.log_.trace({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.log_.trace({ context }, String(message));
  }
}
