import { describe, expect, it } from '@jest/globals';
import { newId, type Projection, type RecordedEvent } from '#kernel';
import { candidates } from './candidate.js';
import { candidateChecks } from './candidate-check.js';
import { candidateLinks, type CandidateLinkRow } from './candidate-link.js';

const [candidateId, agency, company] = [newId(), newId(), newId()];
const event = (type: string, data: object, organisation: string | null = agency, occurred = '2026-03-10T09:00:00.000Z') =>
  ({ type, data: { candidateId, ...data }, meta: { organisation, occurred, actor: 'a' } }) as unknown as RecordedEvent;
const fold = (projection: Projection, events: readonly RecordedEvent[]) => {
  const rows = new Map<string, object | null>();
  for (const each of events.filter(({ type }) => projection.handles.includes(type)))
    for (const key of [projection.keys(each)].flat()) rows.set(key, projection.evolve(rows.get(key) ?? null, each, key));
  return [...rows.values()];
};
const facts = { sex: 'F', age: 30, department: '30', qpv: false, zrr: false, nir: 'none', franceTravail: 'forgotten' };

describe('The candidates an organisation knows', () => {
  const links = (...events: readonly RecordedEvent[]) =>
    fold(candidateLinks, events).map((row) => (row as CandidateLinkRow).organisationId);

  it('are those it registered, and those of applications it sent or received [emplois/JA-9]', () => {
    expect(links(event('identity.CandidateRegistered', facts))).toEqual([agency]);
    expect(links(event('hiring.ApplicationSubmitted', { companyId: company, senderOrganisation: agency }))).toEqual([company, agency]);
  });

  it('are also those it diagnosed [emplois/IAE-7]', () => {
    expect(links(event('hiring.EligibilityDiagnosed', { organisation: agency, author: 'prescriber' }, null))).toEqual([agency]);
  });

  it('are each known once', () => {
    const submitted = event('hiring.ApplicationSubmitted', { companyId: company, senderOrganisation: company });
    expect(links(event('identity.CandidateRegistered', facts, company), submitted, submitted)).toEqual([company]);
  });

  it('are nobody’s when the person came alone', () => {
    expect(links(event('identity.CandidateRegistered', facts, null))).toEqual([]);
  });
});

describe('When a file was last known to be right', () => {
  it('is moved by changes, confirmations, applications and hires, never back [emplois/CAN-28] [emplois/ACP-7]', () => {
    const checked = (...events: readonly RecordedEvent[]) => fold(candidateChecks, events);
    const on = (type: string, day: string) => event(type, {}, agency, `${day}T09:00:00.000Z`);
    const registered = on('identity.CandidateRegistered', '2026-01-05');
    for (const type of ['identity.CandidateChanged', 'identity.CandidateConfirmed', 'hiring.ApplicationSubmitted', 'hiring.ApplicationAccepted'])
      expect(checked(registered, on(type, '2026-04-01'))).toEqual([{ id: candidateId, checkedAt: '2026-04-01T09:00:00.000Z' }]);
    expect(checked(registered, on('hiring.ApplicationAccepted', '2025-12-01'))).toEqual([{ id: candidateId, checkedAt: '2026-01-05T09:00:00.000Z' }]);
  });
});

describe('What may be counted of a candidate', () => {
  it('follows the changes and remembers who registered them, and where', () => {
    const changed = event(
      'identity.CandidateChanged',
      { ...facts, department: '34', fields: ['insee'] },
      company,
      '2026-04-01T09:00:00.000Z',
    );
    expect(fold(candidates, [event('identity.CandidateRegistered', facts), changed])).toEqual([
      { id: candidateId, ...facts, department: '34', registeredOn: '2026-03-10T09:00:00.000Z', createdBy: 'a', createdIn: agency },
    ]);
  });
});
