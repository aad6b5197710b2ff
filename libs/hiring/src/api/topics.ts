import { Injectable } from '@nestjs/common';
import { type Actor, isId, TopicGuard } from '#kernel';
import { ApprovalsQueries } from '#approvals';
import { isReceiver } from '../projections/application-access.js';
import { ApplicationLists } from '../projections/application-lists.js';

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

/** `comments:<applicationId>`: members of the company that received it, who read and write them [emplois/VIS-6]. */
@Injectable()
export class CommentTopics extends TopicGuard {
  readonly family = 'comments';
  constructor(private readonly lists: ApplicationLists) {
    super();
  }

  async allows(actor: Actor | null, topic: string): Promise<boolean> {
    const id = topic.slice(topic.indexOf(':') + 1);
    if (actor?.role !== 'employer' || !isId(id)) return false;
    const application = await this.lists.one(id);
    return application !== null && isReceiver(application, actor);
  }
}
