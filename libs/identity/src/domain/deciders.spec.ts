import { describe, it } from '@jest/globals';
import { spec } from '#testing';
import { account } from './account.decider.js';
import { candidate } from './candidate.decider.js';

const candidateId = '019a0000-0000-7000-8000-000000000002';
const facts = { sex: 'F', age: 34, department: '30', qpv: false, zrr: false, nir: 'known', franceTravail: 'forgotten' } as const;
const registered = { type: 'identity.CandidateRegistered', data: { candidateId, ...facts } } as const;

describe('A candidate', () => {
  it('is registered once', () => {
    spec(candidate).when({ type: 'register', candidateId, facts }).then(registered);
    spec(candidate).given(registered).when({ type: 'register', candidateId, facts }).thenNothing();
  });

  it('changes by the names of the fields, never their values [emplois/CAN-31]', () => {
    spec(candidate)
      .given(registered)
      .when({ type: 'change', candidateId, fields: ['phone'], facts })
      .then({ type: 'identity.CandidateChanged', data: { candidateId, fields: ['phone'], ...facts } });
  });

  it('has nothing to say when nothing changed', () => {
    spec(candidate).given(registered).when({ type: 'change', candidateId, fields: [], facts }).thenNothing();
  });

  it('is confirmed as often as somebody looks at it, without a word of what it holds [emplois/CAN-28]', () => {
    const confirmed = { type: 'identity.CandidateConfirmed', data: { candidateId } } as const;
    spec(candidate).given(registered, confirmed).when({ type: 'confirm', candidateId }).then(confirmed);
    spec(candidate).when({ type: 'confirm', candidateId }).thenRefused('identity/candidate-unknown');
  });

  it('once erased, is never registered, changed nor confirmed again, and erased once', () => {
    const erased = { type: 'identity.CandidateErased', data: { candidateId, reason: 'request' } } as const;
    spec(candidate).given(registered).when({ type: 'erase', candidateId, reason: 'request' }).then(erased);
    spec(candidate).given(registered, erased).when({ type: 'erase', candidateId, reason: 'order' }).thenNothing();
    for (const command of [{ type: 'register', candidateId, facts }, { type: 'change', candidateId, fields: ['phone'], facts }, { type: 'confirm', candidateId }] as const)
      spec(candidate).given(registered, erased).when(command).thenRefused('identity/person-erased');
  });

  it('cannot change before it exists', () => {
    spec(candidate)
      .when({ type: 'change', candidateId, fields: ['phone'], facts })
      .thenRefused('identity/candidate-unknown');
  });
});

describe('An account', () => {
  const opened = { type: 'identity.AccountOpened', data: { accountId: candidateId, kind: 'professional' } } as const;

  it('keeps the kind it was opened with [emplois/AUT-1]', () => {
    spec(account).when({ type: 'open', accountId: candidateId, kind: 'professional' }).then(opened);
    spec(account).given(opened).when({ type: 'open', accountId: candidateId, kind: 'staff' }).thenNothing();
  });

  it('is not opened again once erased', () => {
    const erased = { type: 'identity.AccountErased', data: { accountId: candidateId, reason: 'request' } } as const;
    spec(account).given(opened).when({ type: 'erase', accountId: candidateId, reason: 'request' }).then(erased);
    spec(account).given(opened, erased).when({ type: 'erase', accountId: candidateId, reason: 'request' }).thenNothing();
    spec(account).given(opened, erased).when({ type: 'open', accountId: candidateId, kind: 'professional' }).thenRefused('identity/person-erased');
  });
});
