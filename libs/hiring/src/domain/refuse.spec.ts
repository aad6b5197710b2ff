import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import type { SenderKind } from '../contract.js';
import { application } from './application.decider.js';
import { employerOf, id, pathTo, refused, submitted } from './fixtures/applications.js';
import { PROPOSED_REASONS, reasonsFor } from './reasons.js';
import type { Refuse } from './refuse.js';

const { given } = spec(application);
const actor = employerOf();
const refuse: Refuse = {
  do: 'refuse',
  reason: 'no_position',
  shared: false,
  answerId: id('answer'),
  privateAnswerId: id('private'),
  actor,
  today: '2026-03-10',
};

describe('refusing an application', () => {
  it('gives one of the proposed reasons [emplois/REF-1]', () => {
    given(submitted()).when(refuse).then(refused);
    expect(PROPOSED_REASONS).toHaveLength(13);
    for (const reason of PROPOSED_REASONS)
      given(submitted())
        .when({ ...refuse, reason })
        .thenExpect((events) => expect(events).toHaveLength(1));
  });

  it('does not give a reason kept for history, nor the platform’s own [emplois/REF-3]', () => {
    for (const reason of ['approval_expiration_too_close', 'unavailable', 'eligibility_doubt', 'deactivation', 'poorly_informed', 'auto'])
      given(submitted())
        .when({ ...refuse, reason })
        .thenRefused('hiring/reason-not-available', { facts: { reason } });
  });

  it('by a GEIQ leaves out the two reasons of the IAE [emplois/REF-2]', () => {
    const geiq = { ...refuse, actor: employerOf('GEIQ') };
    for (const reason of ['prevent_objectives', 'non_eligible'])
      given(submitted({ kind: 'GEIQ' }))
        .when({ ...geiq, reason })
        .thenRefused('hiring/reason-not-available');
    expect(reasonsFor('GEIQ')).toHaveLength(11);
  });

  it('answers the candidate, and the prescriber or orienter who sent it [emplois/REF-4]', () => {
    given(submitted())
      .when({ ...refuse, answerId: null })
      .thenRefused('hiring/answer-required');
    for (const sender of ['prescriber', 'orienter'] satisfies SenderKind[])
      given(submitted({ sender }))
        .when({ ...refuse, privateAnswerId: null })
        .thenRefused('hiring/private-answer-required');
    for (const sender of ['job_seeker', 'employer', 'self'] satisfies SenderKind[])
      given(submitted({ sender }))
        .when(refuse)
        .thenExpect(([event]) => expect(event!.data).toMatchObject({ privateAnswerId: null }));
  });
});

describe('an application nobody answers', () => {
  const at = (today: string) => ({ do: 'refuseAutomatically', today }) as const;

  it('is refused after 60 days without a change, and the candidate may read why [emplois/REF-6]', () => {
    for (const status of ['new', 'processing'] as const) {
      given(...pathTo(status, '2026-03-01'))
        .when(at('2026-04-29'))
        .thenNothing();
      given(...pathTo(status, '2026-03-01'))
        .when(at('2026-04-30'))
        .thenExpect(([event]) => expect(event!.data).toMatchObject({ reason: 'auto', shared: true, automatic: true }));
    }
  });

  it('is left alone once answered or put aside [emplois/REF-6]', () => {
    for (const status of ['postponed', 'pool', 'accepted', 'refused', 'cancelled', 'obsolete'] as const)
      given(...pathTo(status, '2026-01-01'))
        .when(at('2026-06-01'))
        .thenNothing();
  });
});
