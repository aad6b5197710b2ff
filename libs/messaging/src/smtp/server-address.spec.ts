import { describe, expect, it } from '@jest/globals';
import { serverAt } from './server-address.js';

describe('a mail server', () => {
  it('is named by one address, with its port, its name and its password', () => {
    expect(serverAt('smtps://nom:se%40cret@mail.test')).toEqual({ host: 'mail.test', port: 465, secure: true, requireTLS: false, auth: { user: 'nom', pass: 'se@cret' } });
    expect(serverAt('smtp://mail.test:2525')).toEqual({ host: 'mail.test', port: 2525, secure: false, requireTLS: false });
  });

  it('is told no password in clear, unless it is this very machine', () => {
    expect(serverAt('smtp://nom:secret@mail.test').requireTLS).toBe(true);
    expect(serverAt('smtp://nom:secret@127.0.0.1').requireTLS).toBe(false);
    expect(serverAt('smtp://nom:secret@[::1]:25')).toMatchObject({ host: '::1', requireTLS: false });
  });
});
