import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type CommandContext, dayOf, derivedId, type Id, joinReceipts, type Receipt, Refusal, Streams } from '#kernel';
import { ApprovalsCommands, type Cover } from '#approvals';
import type { ApplicationPlace, HirePass } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream, type PendingAcceptance, type Submitted } from '../domain/application.state.js';
import { PassOrigins } from './pass-origins.js';

/** The employer who asked for it: whoever finishes the acceptance does so in their name. */
const requesterOf = ({ by }: PendingAcceptance, { companyId, companyKind }: ApplicationPlace): Actor => ({
  ...{ id: by, role: 'employer', organisation: companyId, organisationKind: companyKind, authorised: false, department: null },
});
export const hirePass = (cover: Cover): HirePass | null => {
  if (cover.kind === 'manual') return null;
  const { passId, number, start, end, isNew } = cover;
  return { passId, number, start, end, isNew };
};

/** The steps of an acceptance after its terms are kept. Every id derives from the request: the handler and, after a crash, the policy may both run them. */
@Injectable()
export class AcceptanceProcess {
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsCommands,
    private readonly clock: Clock,
    private readonly origins: PassOrigins,
  ) {}

  /** @throws Refusal when the person's stream says no (the acceptance is then withdrawn) or the application can no longer be accepted (the cover is then taken back). */
  async finish(pending: PendingAcceptance, state: Submitted, correlation: Id): Promise<Receipt> {
    const { requestId } = pending;
    const { place } = state;
    const context = (name: string): CommandContext => ({
      command: derivedId(requestId, name),
      actor: requesterOf(pending, place),
      correlation,
      causation: requestId,
    });
    const { cover, receipt: covered } = await this.cover(pending, state, context);
    try {
      const command = { do: 'accept', requestId, pass: hirePass(cover), today: this.clock.today() } as const;
      const accepted = await this.streams.handle(applicationStream(place.applicationId), application, command, context('accept'));
      return joinReceipts(requestId, covered, accepted);
    } catch (error) {
      if (error instanceof Refusal && cover.kind === 'pass') await this.takeBack(place, context('withdraw-cover'));
      throw error;
    }
  }

  /** The cover of a hire that will not be. Left alone while the application is accepted, or about to be by another request. */
  async takeBack(place: ApplicationPlace, context: CommandContext): Promise<Receipt | null> {
    const { applicationId, candidateId } = place;
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (state?.acceptance || (state?.status === 'accepted' && (state.passId || state.toDeliver))) return null;
    return this.approvals.withdrawCover({ candidateId, applicationId }, context);
  }

  private async cover(pending: PendingAcceptance, state: Submitted, context: (name: string) => CommandContext) {
    const { startsOn, diagnosis, nir, franceTravail, sentByAuthorisedPrescriber, requestId } = pending;
    const { candidateId, applicationId, companyId, companyKind } = state.place;
    const today = dayOf(pending.at);
    const request = {
      candidateId,
      applicationId,
      companyId,
      companyKind,
      startsOn,
      today,
      diagnosis,
      nir,
      franceTravail,
      sentByAuthorisedPrescriber,
      origin: await this.origins.of(state),
    };
    try {
      return await this.approvals.coverHire(request, context('cover'));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const command = { do: 'withdrawAcceptance', requestId, code: error.code, today: this.clock.today() } as const;
      await this.streams.handle(applicationStream(applicationId), application, command, context('withdraw'));
      throw error;
    }
  }
}
