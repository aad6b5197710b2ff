import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../refusal.js';
import { ACCESS, type Access } from './access.js';
import { Attempts, LIMITED } from './attempts.js';
import { contextOf } from './context.js';

/** Generous for an office behind one address, hopeless for a guesser. */
const PER_ADDRESS = 60;
const PER_SUBJECT = 10;

/** Deny by default: what says neither `@Public()` nor `@RequiresRole()` is refused to everybody. Runs on operations, field resolvers and REST routes alike. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() private readonly attempts?: Attempts,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (access === undefined) throw new Refusal('platform/not-open');
    if (access !== 'public') {
      const { actor } = contextOf(context);
      if (!actor) throw new Refusal('platform/sign-in-required');
      if (!access.includes(actor.role)) throw new Refusal('platform/not-allowed');
    }
    const limited = this.reflector.get<string | undefined>(LIMITED, context.getHandler());
    return limited === undefined || this.counted(limited, context);
  }

  private async counted(argument: string, context: ExecutionContext): Promise<boolean> {
    if (!this.attempts) throw new Refusal('platform/too-many-attempts');
    const kind = context.getHandler().name;
    const subject = context.getArgByIndex<Record<string, unknown>>(1)[argument];
    await this.attempts.count(`${kind}:ip`, contextOf(context).ip, PER_ADDRESS);
    await this.attempts.count(`${kind}:${argument}`, String(subject).trim().toLowerCase(), PER_SUBJECT);
    return true;
  }
}
