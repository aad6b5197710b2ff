import { describe, expect, it } from '@jest/globals';
import { western } from './western.js';

describe('names and sentences on paper', () => {
  it('keep what French needs, and its guillemets beside their words', () => {
    expect(western('Œuvre à l’été – 12 € « ici »')).toBe('Œuvre à l’été – 12 € «\u00a0ici\u00a0»');
  });

  it('lose an accent rather than a letter, and show that a letter is missing rather than nothing', () => {
    expect(western('Čeština, Nguyễn, 李')).toBe('Ceština, Nguyen, ?');
  });
});
