import { Injectable } from '@nestjs/common';
import { type Actor, TopicGuard } from '#kernel';

/** An organisation hears of its own list of candidates only. */
@Injectable()
export class CandidatesTopic extends TopicGuard {
  readonly family = 'candidates';

  allows(actor: Actor | null, topic: string): boolean {
    return actor?.organisation != null && topic === `candidates:${actor.organisation}`;
  }
}
