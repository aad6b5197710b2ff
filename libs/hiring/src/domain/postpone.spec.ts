import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import { application } from './application.decider.js';
import { employerOf, id, pathTo, submitted } from './fixtures/applications.js';

const { given } = spec(application);
const by = { actor: employerOf(), today: '2026-03-10' };

describe('keeping an application for later', () => {
  it('needs an answer to the person when it is postponed, not when it joins the pool', () => {
    given(submitted())
      .when({ do: 'postpone', answerId: null, ...by })
      .thenRefused('hiring/answer-required');
    given(submitted())
      .when({ do: 'addToPool', answerId: null, ...by })
      .thenExpect((events) => expect(events).toHaveLength(1));
    given(submitted())
      .when({ do: 'postpone', answerId: id('answer'), ...by })
      .thenExpect((_, state) => expect(state?.status).toBe('postponed'));
  });
});

describe('an application of somebody hired elsewhere', () => {
  it('becomes obsolete while it is pending; the pool is left alone, and so is the accepted one itself', () => {
    const makeObsolete = { do: 'makeObsolete', becauseOf: id('other application'), today: '2026-03-10' } as const;
    for (const status of ['new', 'processing', 'postponed'] as const)
      given(...pathTo(status))
        .when(makeObsolete)
        .thenExpect((_, state) => expect(state?.status).toBe('obsolete'));
    for (const status of ['pool', 'accepted', 'refused', 'cancelled'] as const)
      given(...pathTo(status))
        .when(makeObsolete)
        .thenNothing();
    given(submitted())
      .when({ ...makeObsolete, becauseOf: id('application') })
      .thenNothing();
  });
});
