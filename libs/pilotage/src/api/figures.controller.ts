import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Clock } from '#kernel';
import { CurrentActor, Public } from '#kernel/api';
import { DEFINITIONS } from '../domain/definitions.js';
import type { FiguresView } from './figures.types.js';
import { FiguresAnswers } from './figures-answers.js';
import { askedBy, type FiguresQuery } from './figures-query.js';

const DAY_MS = 86_400_000;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Figures at an address that can be quoted and fetched again: same question, same answer, same fingerprint. */
@Controller('api')
export class FiguresController {
  constructor(
    private readonly answers: FiguresAnswers,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get('figures')
  async figures(@Query() query: FiguresQuery, @CurrentActor() actor: Actor | null, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<FiguresView | undefined> {
    const answer = await this.answers.of(askedBy(query), actor);
    const etag = `"${answer.fingerprint}"`;
    void reply.header('etag', etag).header('vary', 'cookie').header('cache-control', this.#pinned(query, answer) ? FOR_EVER : answer.masked ? 'public, no-cache' : 'private, no-cache');
    if (request.headers['if-none-match'] !== etag) return answer;
    void reply.status(304);
    return undefined;
  }

  /** Nothing that is still to happen, be written down or be defined otherwise can change it: months, day and instant are all named and past. */
  #pinned({ from, to, asOf, knownAt, definitions }: FiguresQuery, answer: FiguresView): boolean {
    const closed = answer.masked && answer.knownAt !== null && Date.parse(answer.knownAt) < this.clock.now() - DAY_MS;
    return closed && Boolean(from && to && asOf && knownAt) && from === answer.from && to === answer.to && definitions === DEFINITIONS;
  }
}
