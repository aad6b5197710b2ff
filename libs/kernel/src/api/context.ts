import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler runs; null for an anonymous visitor. */
    actor: Actor | null;
  }
}

/** What every resolver can reach: the third argument of a GraphQL resolver. */
export interface GqlContext {
  readonly actor: Actor | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly ip: string;
}

export const gqlContext = (request: FastifyRequest, reply: FastifyReply): GqlContext => ({
  actor: request.actor ?? null,
  request,
  reply,
  ip: request.ip,
});

/** The same surroundings, whether Nest calls from GraphQL or from a REST route. */
export const contextOf = (context: ExecutionContext): GqlContext => {
  if (context.getType<string>() === 'graphql') return context.getArgByIndex<GqlContext>(2);
  const http = context.switchToHttp();
  return gqlContext(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
};
