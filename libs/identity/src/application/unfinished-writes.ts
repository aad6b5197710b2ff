import { Injectable } from '@nestjs/common';
import { Clock, type Deadline, DeadlineKind, Streams, SYSTEM } from '#kernel';
import { accountStream } from '../domain/account.decider.js';
import { candidateStream } from '../domain/candidate.decider.js';
import type { CandidateFile } from '../domain/candidate-file.js';
import type { Person } from '../vault/person.js';
import { UnfinishedPeople } from '../vault/unfinished-people.js';
import { Vault } from '../vault/vault.js';
import { Candidates } from './candidates.js';

/** Far longer than any append takes: an event that has not come by then never will. */
const PATIENCE_MS = 10 * 60_000;

/** Ends what a crash left between the vault and the log: confirms who has an event, removes who has none, announces changes nobody announced. */
@Injectable()
export class UnfinishedWrites extends DeadlineKind {
  readonly kind = 'identity.unfinished-write';

  constructor(
    private readonly vault: Vault,
    private readonly unfinished: UnfinishedPeople,
    private readonly candidates: Candidates,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {
    super();
  }

  async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const before = new Date(Date.parse(now) - PATIENCE_MS).toISOString();
    const people = await this.unfinished.before(before, limit);
    return people.map(({ id, at }) => ({ kind: this.kind, subject: id, due: new Date(Date.parse(at) + PATIENCE_MS).toISOString() }));
  }

  async fire({ subject }: Deadline): Promise<void> {
    const person = await this.vault.read(subject);
    if (person?.state === 'changed')
      await this.candidates.announce(person as Person<CandidateFile>, { command: person.command, actor: SYSTEM });
    // Its key is gone: an erasure crossed a registration.
    if (!person) return this.vault.release(subject);
    if (person.state !== 'pending') return;
    const stream = person.kind === 'candidate' ? candidateStream(subject) : accountStream(subject);
    if ((await this.streams.revision(stream)) >= 0) await this.vault.confirm(subject);
    else await this.vault.release(subject);
  }
}
