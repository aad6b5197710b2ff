import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../refusal.js';
import { ACCESS, type Access } from './access.js';
import { type AccountLimit, Attempts, LIMITED, LIMITED_PER_ACCOUNT, limitsOf } from './attempts.js';
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
    const perAccount = this.reflector.get<AccountLimit | undefined>(LIMITED_PER_ACCOUNT, context.getHandler());
    if (perAccount !== undefined) return this.countedFor(perAccount, context);
    const limited = this.reflector.get<string | undefined>(LIMITED, context.getHandler());
    return limited === undefined || this.counted(limited, context);
  }

  private async countedFor({ kind, max, minutes }: AccountLimit, context: ExecutionContext): Promise<boolean> {
    const { actor } = contextOf(context);
    if (!actor || !this.attempts) throw new Refusal('platform/too-many-lookups');
    try {
      await this.attempts.count(kind, actor.id, max, minutes);
    } catch (error) {
      throw error instanceof Refusal ? new Refusal('platform/too-many-lookups', error.facts) : error;
    }
    return true;
  }

  private async counted(argument: string, context: ExecutionContext): Promise<boolean> {
    if (!this.attempts) throw new Refusal('platform/too-many-attempts');
    for (const { kind, subject, max } of limitsOf(argument, context)) await this.attempts.count(kind, subject, max);
    return true;
  }
}
