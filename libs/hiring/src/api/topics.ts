import { Injectable } from '@nestjs/common';
import { type Actor, TopicGuard } from '#kernel';
import { ApprovalsQueries } from '#approvals';

/** `company:<id>`: those who work there. */
@Injectable()
export class CompanyTopics extends TopicGuard {
  readonly family = 'company';
  allows(actor: Actor | null, topic: string): boolean {
    return actor?.role === 'employer' && topic === `company:${actor.organisation}`;
  }
}

/** `candidate:<id>`: the person, and professionals who follow them; that something changed is itself news. */
@Injectable()
export class CandidateTopics extends TopicGuard {
  readonly family = 'candidate';
  constructor(private readonly approvals: ApprovalsQueries) {
    super();
  }

  async allows(actor: Actor | null, topic: string): Promise<boolean> {
    if (!actor || actor.role === 'staff') return false;
    return this.approvals.maySee(actor, topic.slice(topic.indexOf(':') + 1));
  }
}
