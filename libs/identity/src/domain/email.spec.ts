import { describe, expect, it } from '@jest/globals';
import { redactedEmail } from './email.js';

describe('A redacted address', () => {
  it('is recognised by who knows it, and learnt by nobody [emplois/CAN-25]', () => {
    expect(redactedEmail('prune.exemple@courriel.test')).toBe('p…e@c….test');
    expect(redactedEmail('pe@poste.exemple.test')).toBe('p…@p….test');
  });
});
