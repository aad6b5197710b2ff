import { describe, expect, it } from '@jest/globals';
import { type Decider, type DomainEvent, Refusal } from '#kernel';
import { spec } from './spec.js';

type Lamp = DomainEvent<'test.Lit', { by: string }> | DomainEvent<'test.PutOut', { by: string }>;
const lamp: Decider<{ lit: boolean }, 'light' | 'put out', Lamp> = {
  initial: { lit: false },
  evolve: (_, event) => ({ lit: event.type === 'test.Lit' }),
  decide: (command, { lit }) => {
    if (command === 'put out') return lit ? [{ type: 'test.PutOut', data: { by: 'me' } }] : [];
    if (lit) throw new Refusal('test/already-lit', { by: 'you' }, [{ rule: 'test/1', code: 'test/dark', met: false, inputs: {}, enough: { lit: false } }]);
    return [{ type: 'test.Lit', data: { by: 'me' } }];
  },
};

describe('The sentence a decider test is written in', () => {
  it('passes when the decision is the one expected', () => {
    spec(lamp).when('light').then({ type: 'test.Lit', data: { by: 'me' } });
    spec(lamp).when('put out').thenNothing();
    spec(lamp).given({ type: 'test.Lit', data: { by: 'me' } }).when('put out').thenExpect((_, state) => expect(state.lit).toBe(false));
  });

  it('passes when the refusal has the code, facts and checks expected', () => {
    const refusal = spec(lamp)
      .given({ type: 'test.Lit', data: { by: 'me' } })
      .when('light')
      .thenRefused('test/already-lit', { facts: { by: 'you' }, checks: [{ rule: 'test/1', enough: { lit: false } }] });
    expect(refusal.checks).toHaveLength(1);
  });

  it('fails on another decision, showing both', () => {
    expect(() => spec(lamp).when('light').then({ type: 'test.Lit', data: { by: 'you' } })).toThrow(/you[\s\S]*me/);
    expect(() => spec(lamp).when('light').thenNothing()).toThrow('Nothing was to be decided');
  });

  it('fails when there is no refusal, or another one', () => {
    expect(() => spec(lamp).when('light').thenRefused('test/already-lit')).toThrow('A refusal was expected');
    const lit = spec(lamp).given({ type: 'test.Lit', data: { by: 'me' } });
    expect(() => lit.when('light').thenRefused('test/broken')).toThrow('not for this reason');
    expect(() => lit.when('light').thenRefused('test/already-lit', { facts: { by: 'me' } })).toThrow('facts');
    expect(() => lit.when('light').thenRefused('test/already-lit', { checks: [{ rule: 'test/2' }] })).toThrow('check is missing');
  });
});
