import { Injectable } from '@nestjs/common';
import { type Actor, TopicGuard } from '#kernel';

/** `company:<id>`: those who work there. */
@Injectable()
export class CompanyTopics extends TopicGuard {
  readonly family = 'company';
  allows(actor: Actor | null, topic: string): boolean {
    return actor?.role === 'employer' && topic === `company:${actor.organisation}`;
  }
}

/** `candidate:<id>`: the person, and professionals who may follow them; the topic says no more than that something changed. */
@Injectable()
export class CandidateTopics extends TopicGuard {
  readonly family = 'candidate';
  allows(actor: Actor | null, topic: string): boolean {
    if (actor?.role === 'candidate') return topic === `candidate:${actor.id}`;
    return actor?.role === 'employer' || (actor?.role === 'prescriber' && actor.authorised);
  }
}
