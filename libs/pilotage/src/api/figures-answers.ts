import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { FiguresScope } from '../application/figures-scope.js';
import { DEFINITIONS } from '../domain/definitions.js';
import { type Asked, questionOf } from '../domain/question.js';
import { FiguresReader } from '../projections/figures.js';
import { fingerprintOf } from './fingerprint.js';
import type { FiguresView } from './figures.types.js';
import { noteOf, placeName } from './note.fr.js';

/** What somebody who asks is told: exact in one's territory and for staff, rounded and of closed months for everybody else. */
@Injectable()
export class FiguresAnswers {
  constructor(
    private readonly reader: FiguresReader,
    private readonly scope: FiguresScope,
    private readonly clock: Clock,
  ) {}

  async of(filter: Asked, actor: Actor | null): Promise<FiguresView> {
    const own = await this.scope.of(actor);
    const question = questionOf(filter, own, this.clock.now());
    const fresh = await this.reader.freshness(question.knownAt);
    const answer = await this.reader.answer(question, fresh);
    const { indicators, ...numbers } = answer;
    const unfiltered = !filter.region && !filter.department && !filter.kind && !filter.asOf && !filter.knownAt;
    return {
      from: question.from,
      to: question.to,
      ...numbers,
      indicators: indicators.map(({ indicator: { id, version, title, unit }, ...value }) => ({ id, version, title, unit, ...value })),
      live: question.masked && unfiltered ? await this.reader.live(await this.reader.freshness()) : null,
      position: question.masked ? null : fresh.position,
      asOf: (!question.masked && fresh.recorded) || new Date(question.knownAt ?? this.clock.now()).toISOString(),
      validAt: question.validAt,
      knownAt: question.knownAt === null ? null : new Date(question.knownAt).toISOString(),
      masked: question.masked,
      scope: { region: question.region, department: question.department, name: placeName(question), own: own && placeName(own) },
      definitions: DEFINITIONS,
      fingerprint: fingerprintOf(question, answer),
      note: noteOf(question, own !== null && !filter.asPublic),
    };
  }
}
