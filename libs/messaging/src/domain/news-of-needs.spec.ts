import { describe, expect, it } from '@jest/globals';
import { newsOf } from './news-of-needs.js';

type News = Parameters<typeof newsOf>[0];
const fact = (type: string, data: object) => ({ type: `marketplace.${type}`, data: { needId: 'n1', ...data } }) as unknown as News;

describe('the author of a need is told', () => {
  it('of each decision of the team, with the words that go with it [marche/MAIL-01]', () => {
    expect(newsOf(fact('NeedSentBack', { messageId: 'w1' }), false)).toEqual({ kind: 'sent-back', needId: 'n1', wordsId: 'w1' });
    expect(newsOf(fact('NeedRejected', { messageId: 'w1' }), false)).toEqual({ kind: 'rejected', needId: 'n1', wordsId: 'w1' });
    expect(newsOf(fact('NeedValidated', {}), false)).toEqual({ kind: 'validated', needId: 'n1' });
  });

  it('that ten days have passed, rather than the words of the request once more', () => {
    expect(newsOf(fact('NeedRejected', { messageId: 'w1' }), true)).toEqual({ kind: 'expired', needId: 'n1' });
  });

  it('not of every interest', () => {
    expect(newsOf(fact('InterestDeclared', { rank: 2 }), false)).toEqual({ kind: 'interest', needId: 'n1', rank: 2 });
    expect(newsOf(fact('InterestDeclared', { rank: 3 }), false)).toBeNull();
  });
});
