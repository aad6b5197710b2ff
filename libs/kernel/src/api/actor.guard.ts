import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../refusal.js';
import { ACCESS, type Access } from './access.js';
import { Attempts, LIMITED, limitsOf } from './attempts.js';
import { contextOf } from './context.js';

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
    for (const { kind, subject, max } of limitsOf(argument, context)) await this.attempts.count(kind, subject, max);
    return true;
  }
}
