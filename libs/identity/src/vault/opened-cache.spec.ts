import { describe, expect, it } from '@jest/globals';
import { OpenedCache } from './opened-cache.js';
import type { Person } from './person.js';

const opened = (id: string, version = 1, state: Person['state'] = 'confirmed'): Person => ({ id, version, state, document: { firstName: 'Ana', lastName: 'Essai' } }) as Person;

describe('Opened people', () => {
  it('serve the version they were opened at, in the state they were in, and no other', () => {
    const cache = new OpenedCache();
    const ana = opened('a', 1, 'changed');
    cache.keep(ana);
    expect([cache.get(opened('a', 1, 'changed')), cache.get(opened('a', 2, 'changed')), cache.get(opened('a', 1))]).toEqual([ana, null, null]);
  });

  it('are never more than the limit: the one least lately read goes', () => {
    const cache = new OpenedCache(2);
    cache.keep(opened('a'));
    cache.keep(opened('b'));
    cache.get(opened('a'));
    cache.keep(opened('c'));
    expect(['a', 'b', 'c'].map((id) => cache.get(opened(id)) !== null)).toEqual([true, false, true]);
  });

  it('are forgotten on erasure', () => {
    const cache = new OpenedCache();
    cache.keep(opened('a'));
    cache.forget('a');
    expect([cache.get(opened('a')), cache.size]).toEqual([null, 0]);
  });
});
