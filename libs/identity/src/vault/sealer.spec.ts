import { describe, expect, it } from '@jest/globals';
import { Sealer } from './sealer.js';

const master = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const sealer = new Sealer(master(1));

describe('What is sealed', () => {
  it('opens with its key, for its owner', () => {
    const { key, wrapped } = sealer.newKey('a');
    const sealed = sealer.seal(key, 'person:a', { name: 'Ana' });
    expect(sealed.toString('latin1')).not.toContain('Ana');
    expect(sealer.open(sealer.unwrap('a', wrapped), 'person:a', sealed)).toEqual({ name: 'Ana' });
  });

  it('does not open on somebody else’s row, nor under another master key, nor altered', () => {
    const { key, wrapped } = sealer.newKey('a');
    const sealed = sealer.seal(key, 'person:a', { name: 'Ana' });
    expect(() => sealer.open(key, 'person:b', sealed)).toThrow();
    expect(() => sealer.unwrap('b', wrapped)).toThrow();
    expect(() => new Sealer(master(2)).unwrap('a', wrapped)).toThrow();
    const altered = Buffer.from(sealed);
    altered[altered.length - 1]! ^= 1;
    expect(() => sealer.open(key, 'person:a', altered)).toThrow();
  });

  it('is never twice the same', () => {
    const { key } = sealer.newKey('a');
    expect(sealer.seal(key, 'x', 1).equals(sealer.seal(key, 'x', 1))).toBe(false);
  });
});

describe('A keyed hash', () => {
  it('is the same for the same value, and says which kind of value it is of', () => {
    expect(sealer.lookup('nir', '1').equals(sealer.lookup('nir', '1'))).toBe(true);
    expect(sealer.lookup('nir', '1').equals(sealer.lookup('email', '1'))).toBe(false);
    expect(sealer.lookup('nir', '1').equals(new Sealer(master(2)).lookup('nir', '1'))).toBe(false);
  });
});

describe('A master key', () => {
  it('is 32 bytes in base64', () => {
    expect(() => new Sealer('short')).toThrow('32 bytes');
  });
});
