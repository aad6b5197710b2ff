import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type CommandContext, dayOf, derivedId, type Id, joinReceipts, type Receipt, Refusal, Streams } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import { application } from '../domain/application.decider.js';
import { applicationStream, type PendingAcceptance, type Submitted } from '../domain/application.state.js';
import { AcceptanceProcess, hirePass } from './acceptance-process.js';
import { PassOrigins } from './pass-origins.js';

/** Who delivers, and the ids from which every step derives its own. */
export interface DeliveryThread {
  readonly command: Id;
  readonly actor: Actor;
  readonly correlation: Id;
}
export const deliveryStep = (command: Id): Id => derivedId(command, 'deliver');

/** Manual delivery, as an acceptance is finished: the person's stream decides first, then the application says so; a policy does the rest after a crash. */
@Injectable()
export class DeliveryProcess {
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsCommands,
    private readonly acceptances: AcceptanceProcess,
    private readonly clock: Clock,
    private readonly origins: PassOrigins,
  ) {}

  /** @throws Refusal when the person's stream says no, or when the hire no longer waits for a PASS (the cover is then taken back). */
  async finish(terms: PendingAcceptance, state: Submitted, { command, actor, correlation }: DeliveryThread): Promise<Receipt> {
    const { place } = state;
    const { candidateId, applicationId, companyId, companyKind } = place;
    const { startsOn, diagnosis, nir, franceTravail, sentByAuthorisedPrescriber } = terms;
    const today = this.clock.today();
    const context = (id: Id): CommandContext => ({ command: id, actor, correlation, causation: command });
    const request = {
      ...{ candidateId, applicationId, companyId, companyKind, startsOn, today, checkedForHireOf: dayOf(terms.at) },
      ...{ diagnosis, nir, franceTravail, sentByAuthorisedPrescriber, origin: await this.origins.of(state) },
    };
    const { cover, receipt } = await this.approvals.coverHire(request, context(derivedId(command, 'cover')));
    try {
      const deliver = { do: 'deliverPass', pass: hirePass(cover)!, today } as const;
      const told = await this.streams.handle(applicationStream(applicationId), application, deliver, context(deliveryStep(command)));
      return joinReceipts(command, receipt, told);
    } catch (error) {
      if (error instanceof Refusal) await this.acceptances.takeBack(place, context(derivedId(command, 'withdraw-cover')));
      throw error;
    }
  }
}
