import { Injectable } from '@nestjs/common';
import { type Actor, TopicGuard } from '#kernel';
import { buys, sells } from '../domain/status.js';

/** `buyer:<id>`: those who buy there. */
@Injectable()
export class BuyerTopics extends TopicGuard {
  readonly family = 'buyer';
  allows(actor: Actor | null, topic: string): boolean {
    return actor !== null && buys(actor) && topic === `buyer:${actor.organisation}`;
  }
}

/** `supplier:<id>`: those who sell there. */
@Injectable()
export class SupplierTopics extends TopicGuard {
  readonly family = 'supplier';
  allows(actor: Actor | null, topic: string): boolean {
    return actor !== null && sells(actor) && topic === `supplier:${actor.organisation}`;
  }
}

/** `needs`: the team, for whom every need counts. */
@Injectable()
export class NeedsTopic extends TopicGuard {
  readonly family = 'needs';
  allows(actor: Actor | null): boolean {
    return actor?.role === 'staff';
  }
}
