import { Injectable } from '@nestjs/common';
import { Policy, type RecordedEvent, SYSTEM } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import { PassNumberer } from './number-pass.js';

/** Numbers the PASS of a command that died between the grant and the number; does nothing to the others. */
@Injectable()
export class NumberGrantedPass extends Policy {
  readonly name = 'approvals.number-granted-pass';
  readonly handles = ['approvals.PassGranted'];

  constructor(private readonly numberer: PassNumberer) {
    super();
  }

  async react({ id, data, meta }: RecordedEvent) {
    const { passId, candidateId, numbersSeen } = data as Extract<ApprovalsEvent, { type: 'approvals.PassGranted' }>['data'];
    const context = { command: id, actor: SYSTEM, correlation: meta.correlation, causation: id, occurred: meta.occurred };
    return (await this.numberer.number({ passId, candidateId }, numbersSeen, context)).receipt;
  }
}
