import { SetMetadata } from '@nestjs/common';

export const LIMITED = 'limited-attempts';

/** Counts the calls per address and per value of one argument, e.g. `@LimitedAttempts('email')` on a sign-in; too many are refused. */
export const LimitedAttempts = (argument: string) => SetMetadata(LIMITED, argument);

/** Counts attempts over all processes. When it cannot count, it throws: an attempt that is not counted is not allowed. */
export abstract class Attempts {
  /** @throws Refusal `platform/too-many-attempts` */
  abstract count(kind: string, subject: string, max: number): Promise<void>;
}
