import { describe, expect, it } from '@jest/globals';
import { id, place } from './fixtures/applications.js';
import type { Submitted } from './application.state.js';
import { acceptInstead, shownSince } from './hire-declaration.js';

const now = '2026-03-10T09:00:00.000Z';
const sent = (name: string, submittedAt: string, status: Submitted['status'] = 'new') => ({ place: { ...place(), applicationId: id(name) }, status, submittedAt });

describe('before a hire is declared', () => {
  it('applications of twelve months are shown [emplois/JA-11]', () => {
    expect(shownSince('2026-03-10')).toBe('2025-03-10');
    expect(shownSince('2028-02-29')).toBe('2027-02-28');
  });

  it('the newest is to be accepted instead when it is less than 24 hours old [emplois/JA-19]', () => {
    expect(acceptInstead([sent('old', '2026-01-10T09:00:00.000Z'), sent('new', '2026-03-09T09:00:00.001Z')], now)).toBe(id('new'));
    expect(acceptInstead([sent('new', '2026-03-09T09:00:00.000Z')], now)).toBeNull();
    expect(acceptInstead([], now)).toBeNull();
  });

  it('whatever became of it, but for a hire made on it [emplois/JA-19]', () => {
    expect(acceptInstead([sent('refused', '2026-03-10T08:00:00.000Z', 'refused')], now)).toBe(id('refused'));
    expect(acceptInstead([sent('hired', '2026-03-10T08:00:00.000Z', 'accepted')], now)).toBeNull();
    expect(acceptInstead([sent('waits', '2026-03-10T07:00:00.000Z'), sent('hired', '2026-03-10T08:00:00.000Z', 'accepted')], now)).toBe(id('waits'));
  });
});
