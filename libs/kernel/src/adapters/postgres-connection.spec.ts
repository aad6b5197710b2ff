import { describe, expect, it } from '@jest/globals';
import { isDisconnection } from './postgres-connection.js';

describe('what tells that the server went away', () => {
  it('is what a socket says, and what the server says when it closes', () => {
    for (const code of ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ENOENT', '57P01', '08006', '53300']) expect([code, isDisconnection({ code })]).toEqual([code, true]);
    expect(isDisconnection(new Error('Connection terminated unexpectedly'))).toBe(true);
  });
  it('is not a statement that was refused', () => {
    for (const code of ['23505', '42P01', 'P0001', 'XX000', '40001']) expect([code, isDisconnection({ code })]).toEqual([code, false]);
  });
});
