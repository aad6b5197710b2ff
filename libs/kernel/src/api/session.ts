import type {} from '@fastify/cookie';
import type { Actor } from '../actor.js';
import type { GqlContext } from './context.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** The address people type is https. */
    publicHttps?: boolean;
  }
}

/** Who a cookie stands for. Implemented by the context that keeps the accounts. */
export abstract class SessionResolver {
  /** Null when the token is unknown, expired or revoked. */
  abstract resolve(cookieHeaderToken: string): Promise<Actor | null>;
}

export const SESSION_COOKIE = 'session';

// Lax and not Strict: a link received by e-mail must open the page signed in; writing is protected by the same-origin check as well.
// A proxy that ends TLS may not say so: an https address people type is reason enough never to send the cookie in clear.
const flags = (context: GqlContext) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: context.request.protocol === 'https' || context.request.server.publicHttps === true,
});

export const openSessionCookie = (context: GqlContext, token: string, maxAgeSeconds: number): void => {
  void context.reply.setCookie(SESSION_COOKIE, token, { ...flags(context), maxAge: maxAgeSeconds });
};

export const closeSessionCookie = (context: GqlContext): void => {
  void context.reply.clearCookie(SESSION_COOKIE, flags(context));
};

/** The token the visitor's browser sent, if any. */
export const sessionToken = (context: GqlContext): string | null => context.request.cookies[SESSION_COOKIE] ?? null;
