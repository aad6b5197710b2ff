import { Inject, Injectable } from '@nestjs/common';
import { derivedId, type CommandContext, type Receipt, Streams } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import type { PassNumbering } from '../domain/pass-number.js';
import { PASS_NUMBERS, type NumberPass, passNumbers } from '../domain/pass-numbers.decider.js';
import { PASS_NUMBERING } from './approvals-options.js';

/** Gives a PASS its number, once: the command's id comes from the PASS, so whoever asks again is answered the first receipt. */
@Injectable()
export class PassNumberer {
  constructor(
    private readonly streams: Streams,
    @Inject(PASS_NUMBERING) private readonly numbering: PassNumbering,
  ) {}

  /** The revision a grant must remember. */
  seen(): Promise<number> {
    return this.streams.revision(PASS_NUMBERS);
  }

  async number(request: NumberPass, numbersSeen: number, context: CommandContext): Promise<{ readonly number: string; readonly receipt: Receipt }> {
    // From the last event seen rather than the one after: the fold then always holds the event that the new one is chained to.
    const from = Math.max(0, numbersSeen);
    const command = derivedId('number-pass', request.passId);
    const receipt = await this.streams.handle(PASS_NUMBERS, passNumbers(this.numbering, from), request, { ...context, command }, { from });
    const { data } = receipt.entries[0]!.events[0]! as unknown as Extract<ApprovalsEvent, { type: 'approvals.PassNumbered' }>;
    return { number: data.number, receipt };
  }
}
