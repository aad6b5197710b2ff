import { Injectable } from '@nestjs/common';
import {
  addDays,
  Clock,
  type Deadline,
  DeadlineKind,
  derivedId,
  type Id,
  joinReceipts,
  Policy,
  type Receipt,
  type RecordedEvent,
  startOf,
  dayOf,
  Streams,
  SYSTEM,
} from '#kernel';
import { ApprovalsCommands, type ApprovalsEvent } from '#approvals';
import { HiringQueries, type HiringEvent } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { DAYS_BEFORE_AUTOMATIC_REFUSAL } from '../domain/reasons.js';
import { AcceptanceProcess } from './acceptance-process.js';
import { withdrawalId } from './employer-commands.js';

type Of<E extends { type: string; data: object }, T extends E['type']> = RecordedEvent & { data: Extract<E, { type: T }>['data'] };

/** After a crash between the PASS's decision and the application's: finishes the acceptance, or takes the cover back when it can no longer be. */
@Injectable()
export class FinishAcceptance extends Policy {
  readonly name = 'hiring.finish-acceptance';
  readonly handles = ['approvals.HireCovered'];
  constructor(
    private readonly streams: Streams,
    private readonly process: AcceptanceProcess,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    const { applicationId } = (event as Of<ApprovalsEvent, 'approvals.HireCovered'>).data;
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (!state || state.status === 'accepted') return;
    if (state.acceptance) return this.process.finish(state.acceptance, state.place, event.meta.correlation);
    const context = {
      command: derivedId(event.id, 'withdraw-cover'),
      actor: SYSTEM,
      correlation: event.meta.correlation,
      causation: event.id,
    };
    return (await this.process.takeBack(state.place, context)) ?? undefined;
  }
}

/** After a crash between a hire's cancellation and the PASS's: gives back the cover. */
@Injectable()
export class GiveBackPass extends Policy {
  readonly name = 'hiring.give-back-pass';
  readonly handles = ['hiring.HireCancelled'];
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsCommands,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    const { applicationId, candidateId, passId } = (event as Of<HiringEvent, 'hiring.HireCancelled'>).data;
    if (passId === null) return;
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (state?.status === 'accepted' || state?.acceptance) return;
    const { actor, role, organisation, command, correlation } = event.meta;
    const context = {
      command: withdrawalId(command),
      actor: { ...SYSTEM, id: actor, role, organisation },
      correlation,
      causation: event.id,
    };
    return this.approvals.withdrawCover({ candidateId, applicationId }, context);
  }
}

/** A person hired somewhere is no longer waiting elsewhere (section 11.2, effect 5 of the dossier). */
@Injectable()
export class MakeOthersObsolete extends Policy {
  readonly name = 'hiring.make-others-obsolete';
  readonly handles = ['hiring.ApplicationAccepted'];
  override readonly needs = ['hiring.applications'];
  constructor(
    private readonly streams: Streams,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt> {
    const { applicationId: becauseOf, candidateId } = (event as Of<HiringEvent, 'hiring.ApplicationAccepted'>).data;
    const others = await this.queries.pendingOf(candidateId, event.position);
    const receipts: Receipt[] = [];
    for (const id of others) {
      const context = {
        command: derivedId(event.id, 'obsolete', id),
        actor: SYSTEM,
        correlation: event.meta.correlation,
        causation: event.id,
      };
      receipts.push(
        await this.streams.handle(
          applicationStream(id),
          application,
          { do: 'makeObsolete', becauseOf, today: this.clock.today() },
          context,
        ),
      );
    }
    return joinReceipts(derivedId(event.id, 'obsolete'), ...receipts);
  }
}

/** Sixty days without an answer are an answer [emplois/REF-6]. */
@Injectable()
export class AutomaticRefusal extends DeadlineKind {
  readonly kind = 'hiring.automatic-refusal';
  constructor(
    private readonly streams: Streams,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const firstDayKept = addDays(dayOf(now), 1 - DAYS_BEFORE_AUTOMATIC_REFUSAL);
    const waiting = await this.queries.unanswered(new Date(startOf(firstDayKept)).toISOString(), limit);
    return waiting.map(({ applicationId, lastChange }) => ({ kind: this.kind, subject: applicationId, due: dueAt(lastChange) }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const context = { command: refusalId(kind, subject, due), actor: SYSTEM };
    return this.streams.handle(applicationStream(subject), application, { do: 'refuseAutomatically', today: this.clock.today() }, context);
  }
}
const dueAt = (lastChange: string): string => new Date(startOf(addDays(dayOf(lastChange), DAYS_BEFORE_AUTOMATIC_REFUSAL))).toISOString();
const refusalId = (kind: string, subject: Id, due: string): Id => derivedId(kind, subject, due);
