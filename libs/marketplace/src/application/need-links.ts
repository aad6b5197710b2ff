import { Injectable } from '@nestjs/common';
import { Clock, derivedId, type Id, type Receipt, SYSTEM } from '#kernel';
import { NeedDesk } from './need-desk.js';

/** Links that suppliers were sent. */
@Injectable()
export class NeedLinks {
  constructor(
    private readonly desk: NeedDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a link that is not of this need */
  open(needId: Id, relationId: Id): Promise<Receipt> {
    return this.desk.decide(needId, { do: 'openLink', relationId, actor: SYSTEM, today: this.clock.today() }, { command: derivedId('open need link', needId, relationId), actor: SYSTEM });
  }
}
