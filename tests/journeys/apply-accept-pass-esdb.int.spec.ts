import { afterAll, describe, expect, it } from '@jest/globals';
import { EsdbDouble } from '../contracts/esdb-double.js';
import { applyAcceptPass } from './apply-accept-pass.suite.js';

describe.each([
  ['batch appends', true],
  ['single appends', false],
])('apply, accept, receive a PASS, be audited, with the log in EventStoreDB (%s)', (_, batchAppend) => {
  const server = new EsdbDouble({ batchAppend });
  applyAcceptPass(async () => (await server.listen()).url);
  // Said last, done last: the platform goes first.
  afterAll(() => server.kill());

  it('all of it was written there', () => {
    const types = server.log.all.map(({ type }) => type);
    for (const type of ['identity.CandidateRegistered', 'hiring.ApplicationAccepted', 'approvals.PassGranted']) expect(types).toContain(type);
    expect(server.calls).toContain(batchAppend ? 'BatchAppend' : 'Append');
  });
});
