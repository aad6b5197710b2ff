import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

describe('requests that may change something', () => {
  it.each([
    ['our own page', { host: 'inclusion.test', origin: 'https://inclusion.test', 'sec-fetch-site': 'same-origin' }, true],
    ['our own page in an old browser', { host: 'inclusion.test', origin: 'https://inclusion.test' }, true],
    ['a program without a browser', { host: 'inclusion.test' }, true],
    ['another site', { host: 'inclusion.test', origin: 'https://ailleurs.test', 'sec-fetch-site': 'cross-site' }, false],
    ['another site in an old browser', { host: 'inclusion.test', origin: 'https://ailleurs.test' }, false],
    ['a sister host of the same domain', { host: 'inclusion.test', origin: 'https://blog.inclusion.test', 'sec-fetch-site': 'same-site' }, false],
    ['a sandboxed frame', { host: 'inclusion.test', origin: 'null' }, false],
  ])('from %s', (_, headers, expected) => expect(isSameOrigin(headers)).toBe(expected));

  it('know the public address behind a proxy that changes the host', () => {
    expect(isSameOrigin({ host: '10.0.0.2:3000', origin: 'https://inclusion.test' }, 'https://inclusion.test/')).toBe(true);
  });
});
