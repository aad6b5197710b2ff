import type { FastifyInstance } from 'fastify';
import { SESSION_COOKIE, type SessionResolver } from '#kernel/api';

/** Finds out who is asking, once per request, before any handler. */
export const resolveSessions = (server: FastifyInstance, sessions: SessionResolver | null): void => {
  server.decorateRequest('actor', null);
  server.addHook('preHandler', async (request) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token && sessions) request.actor = await sessions.resolve(token);
  });
};
