import { Injectable } from '@nestjs/common';
import { type CommandContext, Clock, dayOf, derivedId, InvalidInput, type Receipt, Streams } from '#kernel';
import { factsExport, factsExportStream, isExportPurpose } from '../domain/facts-export.decider.js';
import type { Indicator } from '../domain/indicator.js';
import type { Question } from '../domain/question.js';

export interface Taken {
  readonly indicator: Indicator;
  readonly part: string | null;
  readonly question: Question;
  readonly purpose: string;
  readonly rows: number;
}

/** Writes down who takes which facts and why: before they are handed over. Only the very same request is recorded once; with anything else in it, its id is no excuse. */
@Injectable()
export class ExportFacts {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput, Refusal */
  async record({ indicator, part, question, purpose, rows }: Taken, context: CommandContext): Promise<Receipt> {
    if (!isExportPurpose(purpose)) throw new InvalidInput([{ field: 'purpose', code: 'pilotage/unknown-purpose' }]);
    const { from, to, kind, region, department, validAt, knownAt, masked } = question;
    const about = { indicator: indicator.id, definition: indicator.version, part, from, to, kind, region, department, validAt, knownAt: knownAt === null ? null : new Date(knownAt).toISOString() };
    const taken = { ...about, purpose, rows, on: dayOf(this.clock.now()) };
    const { command, actor } = context;
    const exportId = derivedId('facts-export', command, actor.id, actor.organisation ?? '', JSON.stringify(taken));
    return this.streams.handle(factsExportStream(exportId), factsExport, { exportId, ...taken, masked }, { ...context, command: exportId });
  }
}
