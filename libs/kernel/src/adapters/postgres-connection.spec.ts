import { describe, expect, it } from '@jest/globals';
import { forMuch, isDisconnection } from './postgres-connection.js';

describe('what tells that the server went away', () => {
  it('is what a socket says, and what the server says when it closes', () => {
    for (const code of ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ENOENT', '57P01', '08006', '53300']) expect([code, isDisconnection({ code })]).toEqual([code, true]);
    expect(isDisconnection(new Error('Connection terminated unexpectedly'))).toBe(true);
  });
  it('is not a statement that was refused', () => {
    for (const code of ['23505', '42P01', 'P0001', 'XX000', '40001']) expect([code, isDisconnection({ code })]).toEqual([code, false]);
  });
});

it('moves much by TCP where the address names both ways', () => {
  expect(forMuch('postgres://app:secret@127.0.0.1:5433/app?host=%2Ftmp%2Fdata&options=-c+synchronous_commit%3Doff')).toBe('postgres://app:secret@127.0.0.1:5433/app?options=-c+synchronous_commit%3Doff');
  for (const address of ['postgres://app@db.test/app', 'postgres://app@db.test/app?host=other.test', 'postgres://app@%2Frun%2Fpostgresql:5432/app']) expect(forMuch(address)).toBe(address);
});
