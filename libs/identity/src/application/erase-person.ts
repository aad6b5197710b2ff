import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Id } from '#kernel';
import { Vault } from '../vault/vault.js';

/** Erases a person for ever: what the log says of them stays, and says nothing of who they were. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async erase(person: Id, reason: string, { actor }: CommandContext): Promise<void> {
    await this.vault.erase(person, { at: new Date(this.clock.now()).toISOString(), by: actor.id, reason });
  }
}
