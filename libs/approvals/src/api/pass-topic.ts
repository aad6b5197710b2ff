import { Injectable } from '@nestjs/common';
import { type Actor, TopicGuard } from '#kernel';
import { PassAccess } from '../projections/pass-access.js';

/** `pass:<candidateId>` is heard by those who may see that PASS. */
@Injectable()
export class PassTopic extends TopicGuard {
  readonly family = 'pass';

  constructor(private readonly access: PassAccess) {
    super();
  }

  async allows(actor: Actor | null, topic: string): Promise<boolean> {
    return actor !== null && this.access.maySee(actor, topic.slice(topic.indexOf(':') + 1));
  }
}
