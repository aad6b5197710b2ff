import { Command } from '@nestjs/cqrs';
import type { CommandContext, Id, Receipt } from '#kernel';

/** A command about one application. */
export abstract class OnApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: Id,
    readonly context: CommandContext,
  ) {
    super();
  }
}
