import { describe, expect, it } from '@jest/globals';
import { OpenedCache } from './opened-cache.js';

const ana = { firstName: 'Ana', lastName: 'Essai' };

describe('Opened documents', () => {
  it('serve the version they were opened at and no other', () => {
    const cache = new OpenedCache();
    cache.set('a', 1, ana);
    expect([cache.get('a', 1), cache.get('a', 2)]).toEqual([ana, null]);
  });

  it('are never more than the limit: the one least lately read goes', () => {
    const cache = new OpenedCache(2);
    cache.set('a', 1, ana);
    cache.set('b', 1, ana);
    cache.get('a', 1);
    cache.set('c', 1, ana);
    expect(['a', 'b', 'c'].map((id) => cache.get(id, 1) !== null)).toEqual([true, false, true]);
  });

  it('are forgotten on erasure', () => {
    const cache = new OpenedCache();
    cache.set('a', 1, ana);
    cache.forget('a');
    expect([cache.get('a', 1), cache.size]).toEqual([null, 0]);
  });
});
