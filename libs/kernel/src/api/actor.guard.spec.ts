import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor, Role } from '../actor.js';
import { Public, RequiresRole } from './access.js';
import { ActorGuard } from './actor.guard.js';
import { Attempts, LimitedAttempts, LimitedPerAccount } from './attempts.js';

class Resolver {
  @Public() open() {}
  @RequiresRole('employer', 'prescriber') reserved() {}
  @Public() @LimitedAttempts('email') signIn() {}
  @RequiresRole('employer') @LimitedPerAccount({ kind: 'lookup', max: 60, minutes: 60 }) lookUp() {}
  forgotten() {}
}
@RequiresRole('staff')
class StaffResolver {
  inherited() {}
}

const actor = (role: Role): Actor => ({ id: 'a', role, organisation: null, organisationKind: null, authorised: false, department: null });
const call = (type: { prototype: object }, method: string, who: Actor | null, args = {}) =>
  ({
    getType: () => 'graphql',
    getClass: () => type,
    getHandler: () => (type.prototype as Record<string, unknown>)[method],
    getArgByIndex: (index: number) => [null, args, { actor: who, ip: '127.0.0.1' }][index],
  }) as unknown as ExecutionContext;

class Counted extends Attempts {
  readonly subjects: string[] = [];
  count(kind: string, subject: string): Promise<void> {
    this.subjects.push(`${kind} ${subject}`);
    return Promise.resolve();
  }
  forgive(): Promise<void> {
    return Promise.resolve();
  }
}
const guard = new ActorGuard(new Reflector());

describe('who may call', () => {
  it('refuses to everybody what says nothing about access', () => {
    expect(() => guard.canActivate(call(Resolver, 'forgotten', actor('staff')))).toThrow('platform/not-open');
  });
  it('lets an anonymous visitor through where it is public, and asks him to sign in elsewhere', () => {
    expect(guard.canActivate(call(Resolver, 'open', null))).toBe(true);
    expect(() => guard.canActivate(call(Resolver, 'reserved', null))).toThrow('platform/sign-in-required');
  });
  it('lets only the named roles through', () => {
    expect(guard.canActivate(call(Resolver, 'reserved', actor('employer')))).toBe(true);
    expect(() => guard.canActivate(call(Resolver, 'reserved', actor('candidate')))).toThrow('platform/not-allowed');
  });
  it('takes the access of the class when the method says nothing', () => {
    expect(guard.canActivate(call(StaffResolver, 'inherited', actor('staff')))).toBe(true);
    expect(() => guard.canActivate(call(StaffResolver, 'inherited', actor('employer')))).toThrow('platform/not-allowed');
  });
  it('counts limited calls per address, per value from it, and per value, whatever the case and the spaces', async () => {
    const attempts = new Counted();
    await new ActorGuard(new Reflector(), attempts).canActivate(call(Resolver, 'signIn', null, { email: ' Camille@Exemple.test ' }));
    expect(attempts.subjects).toEqual(['signIn:ip 127.0.0.1', 'signIn:email:ip camille@exemple.test\u0000127.0.0.1', 'signIn:email camille@exemple.test']);
  });
  it('counts the calls limited per account for the account that makes them, once it is known to be allowed', async () => {
    const attempts = new Counted();
    const counting = new ActorGuard(new Reflector(), attempts);
    await counting.canActivate(call(Resolver, 'lookUp', actor('employer')));
    expect(attempts.subjects).toEqual([`lookup ${actor('employer').id}`]);
    expect(() => counting.canActivate(call(Resolver, 'lookUp', actor('candidate')))).toThrow('platform/not-allowed');
    await expect((async () => guard.canActivate(call(Resolver, 'lookUp', actor('employer'))))()).rejects.toThrow('platform/too-many-lookups');
  });
  it('refuses a limited call that nobody counts', async () => {
    await expect((async () => guard.canActivate(call(Resolver, 'signIn', null, { email: 'x' })))()).rejects.toThrow('platform/too-many-attempts');
  });
});
