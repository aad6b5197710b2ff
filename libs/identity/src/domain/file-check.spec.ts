import { describe, expect, it } from '@jest/globals';
import { isToCheck } from './file-check.js';

describe('A candidate’s file', () => {
  it('is to be checked six months after the last confirmation, to the day [emplois/CAN-28]', () => {
    expect(isToCheck('2026-03-10', '2026-09-09')).toBe(false);
    expect(isToCheck('2026-03-10', '2026-09-10')).toBe(true);
  });
});
