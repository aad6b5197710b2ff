import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { nonceOf } from './security.js';

const HASHED = /[-.][A-Z0-9]{8}\.\w+$/;
const cacheControl = (file: string) => (HASHED.test(file.replace(/\.(br|gz)$/, '')) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** A page of the application, as opposed to a file or an API: those that do not exist must answer 404, not a page. */
export const isPage = (url: string): boolean => {
  const route = url.split('?', 1)[0]!;
  return !/^\/(graphql|api|metrics)(\/|$)/.test(route) && !path.posix.basename(route).includes('.');
};

/** Serves the built front end: compressed hashed files for ever, the index with a fresh nonce for every page. */
export const serveFront = async (server: FastifyInstance, folder: string, config: Config): Promise<void> => {
  const index = path.join(folder, 'index.html');
  const built = existsSync(index);
  const page = built ? readFileSync(index, 'utf8').replaceAll('__BRAND__', config.brand).replaceAll('__TEAM_EMAIL__', config.teamEmail ?? '') : '';
  const render = (nonce: string) => page.replaceAll('__CSP_NONCE__', nonce);

  if (built)
    await server.register(fastifyStatic, {
      root: path.resolve(folder),
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['**/*.br', '**/*.gz', '**/index.html'],
      setHeaders: (reply, file) => void reply.header('Cache-Control', cacheControl(file)),
    });
  server.get('/*', (request, reply) => {
    if (!built || !isPage(request.url)) return reply.code(404).type('application/json').send({ message: 'Cette adresse n’existe pas.' });
    return reply.type('text/html; charset=utf-8').header('Cache-Control', 'no-store').send(render(nonceOf(reply.raw)));
  });
};
