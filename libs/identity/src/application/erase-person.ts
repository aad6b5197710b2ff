import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, InvalidInput, NotFound, type Receipt, Refusal, Streams, SYSTEM } from '#kernel';
import { account, accountStream } from '../domain/account.decider.js';
import { candidate, candidateStream } from '../domain/candidate.decider.js';
import { isErasureReason } from '../domain/erasure.js';
import { ErasureLedger } from '../vault/erasure-ledger.js';
import { Vault } from '../vault/vault.js';

/** Erases a person for ever: what the log says of them stays, and says nothing of who they were. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly vault: Vault,
    private readonly ledger: ErasureLedger,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** Asked again, finishes what is left to do. @throws InvalidInput, Refusal, NotFound */
  async erase(person: Id, reason: string, context: CommandContext): Promise<Receipt> {
    if (!isErasureReason(reason)) throw new InvalidInput([{ field: 'reason', code: 'identity/erasure-reason' }]);
    if (context.actor.id === person) throw new Refusal('identity/not-oneself');
    if (!(await this.vault.exists(person)) && !(await this.ledger.among([person]))) throw new NotFound('identity/person-unknown');
    await this.vault.erase(person, { at: new Date(this.clock.now()).toISOString(), by: context.actor.id, reason });
    return this.announce(person, reason, context);
  }

  /** After a crash in the middle. */
  async finish(person: Id): Promise<void> {
    const erasure = await this.ledger.of(person);
    if (!erasure) return;
    await this.vault.erase(person, { ...erasure, by: SYSTEM.id });
    await this.announce(person, erasure.reason, { command: derivedId('erase', person), actor: SYSTEM });
  }

  /** The promise is kept before it is told: the log must not say erased of somebody who can still be read. */
  private async announce(person: Id, reason: string, context: CommandContext): Promise<Receipt> {
    const told = async (): Promise<Receipt> => {
      if ((await this.streams.revision(candidateStream(person))) >= 0)
        return this.streams.handle(candidateStream(person), candidate, { type: 'erase', candidateId: person, reason }, context);
      if ((await this.streams.revision(accountStream(person))) >= 0)
        return this.streams.handle(accountStream(person), account, { type: 'erase', accountId: person, reason }, context);
      return { command: context.command, entries: [] };
    };
    const receipt = await told();
    await this.ledger.announced(person);
    return receipt;
  }
}
