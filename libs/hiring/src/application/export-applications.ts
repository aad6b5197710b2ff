import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, type Receipt, Streams } from '#kernel';
import { applicationsExport, applicationsExportStream } from '../domain/applications-export.decider.js';

export interface Taken {
  readonly box: string;
  /** By their names only. */
  readonly filters: readonly string[];
  readonly ids: readonly Id[];
}

/** Writes down who takes which applications away, before they are handed over. Only the very same request is recorded once. */
@Injectable()
export class ExportApplications {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  record({ box, filters, ids }: Taken, { actor, command, ...context }: CommandContext): Promise<Receipt> {
    const taken = { box, filters, rows: ids.length, on: this.clock.today() };
    const exportId = derivedId('applications-export', command, actor.id, actor.organisation ?? '', JSON.stringify(taken), ids.join());
    return this.streams.handle(applicationsExportStream(exportId), applicationsExport, { exportId, ...taken }, { ...context, actor, command: exportId });
  }
}
