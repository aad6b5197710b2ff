import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Id } from '#kernel';
import { IdentityCommands } from '../contract.js';
import { FreeTexts } from '../vault/free-texts.js';

@Injectable()
export class KeepTexts extends IdentityCommands {
  constructor(
    private readonly texts: FreeTexts,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keepText(
    input: { readonly id: Id; readonly person: Id; readonly kind: string; readonly text: string },
    context: CommandContext,
  ): Promise<Id> {
    await this.texts.keep([{ ...input, by: context.actor, at: context.occurred ?? new Date(this.clock.now()).toISOString() }]);
    return input.id;
  }

  forgetText({ id, person }: { readonly id: Id; readonly person: Id }): Promise<void> {
    return this.texts.forget(id, person);
  }
}
