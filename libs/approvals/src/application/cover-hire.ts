import { Injectable } from '@nestjs/common';
import { type CommandContext, type Day, derivedId, type Id, joinReceipts, type Receipt, Refusal, Streams } from '#kernel';
import { ApprovalsCommands, ApprovalsQueries, type Cover, type CoverRequest } from '../contract.js';
import { pass } from '../domain/pass.decider.js';
import { type HeldPass, passCovering, passStream } from '../domain/pass.state.js';
import { PassNumberer } from './number-pass.js';

@Injectable()
export class HireCovers extends ApprovalsCommands {
  constructor(
    private readonly streams: Streams,
    private readonly numberer: PassNumberer,
    private readonly queries: ApprovalsQueries,
  ) {
    super();
  }

  async coverHire(request: CoverRequest, context: CommandContext): Promise<{ readonly cover: Cover; readonly receipt: Receipt }> {
    const { candidateId, applicationId } = request;
    const stream = passStream(candidateId);
    const command = { do: 'cover', ...request, passId: derivedId('pass', context.command), numbersSeen: await this.numberer.seen() } as const;
    const decided = await this.streams.handle(stream, pass, command, context);
    // Read after the decision: an earlier attempt of the same command may have taken it.
    const held = passCovering((await this.streams.load(stream, pass, { after: decided })).state, applicationId);
    if (!held && decided.entries.length > 0) throw new Refusal('approvals/cover-withdrawn');
    if (!held) return { cover: { kind: 'manual' }, receipt: decided };
    const { passId, start, end } = held;
    const { isNew } = held.hires[applicationId]!;
    const numbered = (isNew ? null : await this.knownNumber(held, request)) ?? (await this.numberer.number({ passId, candidateId }, held.numbersSeen, { ...context, causation: context.command }));
    return { cover: { kind: 'pass', passId, number: numbered.number, start, end, isNew }, receipt: joinReceipts(context.command, decided, numbered.receipt) };
  }

  rescheduleHire(hire: { readonly candidateId: Id; readonly applicationId: Id; readonly startsOn: Day; readonly today: Day }, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(passStream(hire.candidateId), pass, { do: 'reschedule', ...hire }, context);
  }

  withdrawCover({ candidateId, applicationId }: { readonly candidateId: Id; readonly applicationId: Id }, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(passStream(candidateId), pass, { do: 'withdraw', candidateId, applicationId }, context);
  }

  /** A PASS of some age has its number in the read model; looking for it in the stream would read every number issued since. */
  private async knownNumber({ passId }: HeldPass, { candidateId, today }: CoverRequest): Promise<{ readonly number: string; readonly receipt: null } | null> {
    const known = (await this.queries.latestOf([candidateId], today)).get(candidateId);
    return known?.passId === passId && known.number ? { number: known.number, receipt: null } : null;
  }
}
