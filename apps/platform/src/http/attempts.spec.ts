import { describe, expect, it } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, of } from 'rxjs';
import { type Database, SetClock } from '#kernel';
import { ActorGuard, ForgiveSuccess, LimitedAttempts, LimitedPerAccount, Public } from '#kernel/api';
import type { Config } from '../config.js';
import { DatabaseAttempts } from './attempts.js';

class Resolver {
  @Public() @LimitedAttempts('email') signIn() {}
  @Public() @LimitedPerAccount({ kind: 'lookup', max: 60, minutes: 60 }) lookUp() {}
}
const call = (method: keyof Resolver) =>
  ({
    getType: () => 'graphql',
    getClass: () => Resolver,
    getHandler: () => Resolver.prototype[method],
    getArgByIndex: (index: number) => [null, { email: 'camille@exemple.test' }, { actor: { id: 'a' }, ip: '127.0.0.1' }][index],
  }) as unknown as ExecutionContext;

const down = () => Promise.reject(new Error('the database is down'));
const counting = (database: object) => new DatabaseAttempts(database as Database, new SetClock('2026-03-10T09:00:00.000Z'), { masterKey: Buffer.alloc(32, 7).toString('base64') } as Config);

describe('limits while the database is down', () => {
  const attempts = counting({ one: down, run: down });

  it('stay shut: what is not counted is not allowed', async () => {
    const guard = new ActorGuard(new Reflector(), attempts);
    for (const method of ['signIn', 'lookUp'] as const) await expect((async () => guard.canActivate(call(method)))()).rejects.toThrow('the database is down');
  });

  it('stay shut when the count is not answered', async () => {
    await expect(counting({ one: () => Promise.resolve(null) }).count('signIn', 'a', 10)).rejects.toThrow('platform/too-many-attempts');
  });

  it('do not take back an answer that succeeded', async () => {
    const answer = new ForgiveSuccess(new Reflector(), attempts).intercept(call('signIn'), { handle: () => of('signed in') } as CallHandler);
    expect(await lastValueFrom(answer)).toBe('signed in');
  });
});
