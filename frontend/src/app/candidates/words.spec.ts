import { describe, expect, it } from '@jest/globals';
import { nirProblem } from './words';

const withKey = (body: string): string => body + String(97n - (BigInt(body.replace('2A', '19').replace('2B', '18')) % 97n)).padStart(2, '0');

describe('social security number typed in the wizard', () => {
  it.each(['2900535238001', '190052A123456', '190052B123456', '7900535238001'])('accepts %s with its key', (body) => {
    expect(nirProblem(withKey(body))).toBe('');
  });

  it('accepts spaces and lower case', () => {
    const nir = withKey('190052A123456');
    expect(nirProblem(`${nir.slice(0, 1)} ${nir.slice(1).toLowerCase()}`)).toBe('');
  });

  it('says that the key is wrong', () => {
    const right = withKey('2900535238001');
    const wrong = right.slice(0, 13) + String((Number(right.slice(13)) % 97) + 1).padStart(2, '0');
    expect(nirProblem(wrong)).toContain('clé');
  });

  it.each(['', '123', '590053523800112'])('says what shape is expected of "%s"', (value) => {
    expect(nirProblem(value)).toContain('15 caractères');
  });
});
