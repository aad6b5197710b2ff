import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { isSameOrigin, sentenceFor } from '#kernel/api';
import type { Config } from '../config.js';

const nonces = new WeakMap<object, string>();
/** The nonce of one answer: styles Angular adds to a page must carry it. */
export const nonceOf = (response: object): string => {
  const known = nonces.get(response);
  if (known) return known;
  const nonce = randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const refusal = (code: string) => ({ message: sentenceFor(code), code });

/** Headers, cookies, limits, and the refusal of requests made by other sites. */
export const secure = async (server: FastifyInstance, config: Config): Promise<void> => {
  const publicHttps = config.publicUrl?.startsWith('https:') ?? false;
  server.decorate('publicHttps', publicHttps);
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as ServerResponse)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    hsts: publicHttps,
  });
  if (config.requestsPerMinute > 0)
    await server.register(rateLimit, { max: config.requestsPerMinute, timeWindow: '1 minute', allowList: (request) => request.url === '/api/health' });

  server.addHook('onRequest', async (request, reply) => {
    reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    const path = request.url.split('?', 1)[0]!;
    if (!SAFE.has(request.method) && !isSameOrigin(request.headers, config.publicUrl ?? undefined)) return reply.code(403).send(refusal('platform/cross-site'));
    // Questions travel in bodies only: an address is written down by proxies, histories and logs.
    if (path === '/graphql' && request.method !== 'POST') return reply.code(405).header('Allow', 'POST').send(refusal('platform/bad-request'));
    if (path === '/graphql' || path.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
    return undefined;
  });
};
