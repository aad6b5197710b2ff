import { Injectable } from '@nestjs/common';
import { Clock, derivedId, KernelConfig, Policy, type Receipt, type RecordedEvent, SYSTEM } from '#kernel';
import type { MarketplaceEvent } from '../contract.js';
import { NeedDesk } from './need-desk.js';

type Validated = Extract<MarketplaceEvent, { type: 'marketplace.NeedValidated' }>;

/** A need is sent from its validation on. Begins at the head of the log: needs of before, and those of a world in the making, are sent to nobody. */
@Injectable()
export class PlanSending extends Policy {
  readonly name = 'marketplace.plan-sending';
  readonly handles = ['marketplace.NeedValidated'];
  constructor(
    private readonly desk: NeedDesk,
    private readonly clock: Clock,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async react({ id: causation, data }: RecordedEvent): Promise<Receipt | void> {
    if (this.config.mail === 'off') return;
    const command = { do: 'planSending', now: new Date(this.clock.now()).toISOString(), actor: SYSTEM, today: this.clock.today() } as const;
    return this.desk.decide((data as Validated['data']).needId, command, { command: derivedId(causation, 'plan sending'), actor: SYSTEM, causation });
  }
}
