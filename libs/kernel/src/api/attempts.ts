import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, Optional, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, type Observable } from 'rxjs';
import { contextOf } from './context.js';
import { networkOf } from './network.js';

export const LIMITED = 'limited-attempts';

/** Counts the failed calls per address, per value of one argument from one address, and per value from everywhere, e.g. `@LimitedAttempts('email')` on a sign-in; too many are refused. */
export const LimitedAttempts = (argument: string) => SetMetadata(LIMITED, argument);

export const LIMITED_PER_ACCOUNT = 'limited-per-account';
export interface AccountLimit {
  /** Operations of the same kind are counted together. */
  readonly kind: string;
  readonly max: number;
  readonly minutes: number;
}

/** Counts every call of an account, successful or not: for what may be asked often, but not tried one value after the other. */
export const LimitedPerAccount = (limit: AccountLimit) => SetMetadata(LIMITED_PER_ACCOUNT, limit);

/** Counts attempts over all processes. When it cannot count, it throws: an attempt that is not counted is not allowed. */
export abstract class Attempts {
  /** @throws Refusal `platform/too-many-attempts` */
  abstract count(kind: string, subject: string, max: number, minutes?: number): Promise<void>;
  /** Takes one attempt back: it succeeded. */
  abstract forgive(kind: string, subject: string): Promise<void>;
}

/** Generous for an office behind one address, hopeless for a guesser. */
const PER_ADDRESS = 60;
const PER_SUBJECT_AND_ADDRESS = 10;
/** From everywhere: loose, so that a stranger who knows an e-mail does not shut its owner out with a few tries. */
const PER_SUBJECT = 100;

/** What one call of a limited handler counts against. */
export const limitsOf = (argument: string, context: ExecutionContext) => {
  const { name } = context.getHandler();
  const subject = String(context.getArgByIndex<Record<string, unknown>>(1)[argument]).trim().toLowerCase();
  const address = networkOf(contextOf(context).ip);
  // In this order: what one address may no longer try does not count against the owner of the e-mail.
  return [
    { kind: `${name}:ip`, subject: address, max: PER_ADDRESS },
    { kind: `${name}:${argument}:ip`, subject: `${subject}\0${address}`, max: PER_SUBJECT_AND_ADDRESS },
    { kind: `${name}:${argument}`, subject, max: PER_SUBJECT },
  ];
};

/** Takes back what the guard counted when the call succeeds, so that only failures add up. */
@Injectable()
export class ForgiveSuccess implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Optional() private readonly attempts?: Attempts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const argument = this.reflector.get<string | undefined>(LIMITED, context.getHandler());
    if (argument === undefined) return next.handle();
    return next.handle().pipe(
      concatMap(async (answer) => {
        // What succeeded is answered, even when it goes on counting as a failure.
        for (const { kind, subject } of limitsOf(argument, context)) await this.attempts?.forgive(kind, subject).catch(() => undefined);
        return answer as unknown;
      }),
    );
  }
}
