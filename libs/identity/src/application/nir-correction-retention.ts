import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Deadline, DeadlineKind, dayOf, derivedId, type Receipt, startOf, Streams, SYSTEM } from '#kernel';
import { HandledCorrections } from '../contract.js';
import { DAYS_KEPT, nirCorrection } from '../domain/nir-correction.decider.js';
import { nirCorrectionStream, textsOf } from '../domain/nir-correction.state.js';
import { CorrectionTexts } from '../vault/correction-texts.js';

/** 182 days after it was handled, nothing is left of what was written in a request [emplois/CAN-27]. */
@Injectable()
export class NirCorrectionRetention extends DeadlineKind {
  readonly kind = 'identity.nir-correction-retention';

  constructor(
    private readonly streams: Streams,
    private readonly texts: CorrectionTexts,
    private readonly requests: HandledCorrections,
    private readonly clock: Clock,
  ) {
    super();
  }

  async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const handled = await this.requests.until(addDays(dayOf(now), -DAYS_KEPT), limit);
    return handled.map(({ id, handledOn }) => ({ kind: this.kind, subject: id, due: new Date(startOf(addDays(handledOn, DAYS_KEPT))).toISOString() }));
  }

  /** Erased before it is told. */
  async fire({ kind, subject, due }: Deadline): Promise<Receipt | void> {
    const candidateId = await this.requests.candidateOf(subject);
    if (!candidateId) return;
    const stream = nirCorrectionStream(candidateId);
    const command = { do: 'forget', candidateId, requestId: subject, today: this.clock.today() } as const;
    const { state } = await this.streams.load(stream, nirCorrection);
    if (nirCorrection.decide(command, state).length === 0) return;
    await this.texts.forget(candidateId, textsOf(state[subject]!));
    return this.streams.handle(stream, nirCorrection, command, { command: derivedId(kind, subject, due), actor: SYSTEM });
  }
}
