import { Injectable } from '@nestjs/common';
import { type CommandContext, Clock, dayOf, InvalidInput, type Receipt, Streams } from '#kernel';
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

/** Writes down who takes which facts and why: before they are handed over. */
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
    return this.streams.handle(factsExportStream(context.command), factsExport, { exportId: context.command, ...about, purpose, rows, on: dayOf(this.clock.now()), masked }, context);
  }
}
