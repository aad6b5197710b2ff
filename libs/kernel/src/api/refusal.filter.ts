import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError } from './describe-error.js';
import { publicError } from './error-formatter.js';

const STATUS: Readonly<Record<string, number>> = { 'platform/sign-in-required': 401, 'platform/not-allowed': 403, 'platform/too-many-streams': 429, 'platform/too-many-attempts': 429 };

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const code = publicError(error)?.extensions.code;
  return code === undefined ? 500 : (STATUS[code] ?? 422);
};

/** GraphQL errors go on to the error formatter without Nest logging their message first, which may quote what a person typed; REST routes answer the same shape as JSON. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const status = statusOf(error);
    const request = http.getRequest<FastifyRequest>();
    if (status >= 500) request.log.error({ error: describeError(error) }, 'a request failed');
    const known = publicError(error);
    void http
      .getResponse<FastifyReply>()
      .status(status)
      .send({ message: known?.message ?? (error instanceof HttpException ? error.message : 'Une erreur est survenue.'), ...known?.extensions });
  }
}
