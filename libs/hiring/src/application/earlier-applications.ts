import { Injectable } from '@nestjs/common';
import { type Id, type RecordedEvent, Streams } from '#kernel';
import { applicationIdOf } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream, type Submitted } from '../domain/application.state.js';
import { acceptInstead } from '../domain/hire-declaration.js';

/** A person's applications to one company, first to last, as the streams say them: never behind. */
@Injectable()
export class EarlierApplications {
  constructor(private readonly streams: Streams) {}

  async of(candidateId: Id, companyId: Id): Promise<readonly Submitted[]> {
    const found: Submitted[] = [];
    for (let n = 0; ; n++) {
      const events: readonly RecordedEvent[] = await this.streams.events(applicationStream(applicationIdOf(candidateId, companyId, n)));
      if (events.length === 0) return found;
      found.push((events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial)!);
    }
  }

  /** The one so recent that it is to be accepted rather than a hire declared beside it. */
  async tooRecent(candidateId: Id, companyId: Id, now: string): Promise<Id | null> {
    return acceptInstead(await this.of(candidateId, companyId), now);
  }
}
