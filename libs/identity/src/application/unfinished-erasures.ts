import { Injectable } from '@nestjs/common';
import { type Deadline, DeadlineKind } from '#kernel';
import { ErasureLedger } from '../vault/erasure-ledger.js';
import { ErasePerson } from './erase-person.js';

/** Far longer than an erasure takes. */
const PATIENCE_MS = 10 * 60_000;

/** An erasure that a crash has interrupted: the rows go, and the log is told. */
@Injectable()
export class UnfinishedErasures extends DeadlineKind {
  readonly kind = 'identity.unfinished-erasure';

  constructor(
    private readonly ledger: ErasureLedger,
    private readonly erasing: ErasePerson,
  ) {
    super();
  }

  async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const left = await this.ledger.unannounced(new Date(Date.parse(now) - PATIENCE_MS).toISOString(), limit);
    return left.map(({ person, at }) => ({ kind: this.kind, subject: person, due: new Date(Date.parse(at) + PATIENCE_MS).toISOString() }));
  }

  fire({ subject }: Deadline): Promise<void> {
    return this.erasing.finish(subject);
  }
}
