import { describe, expect, it } from '@jest/globals';
import { landing, safePath } from './landing';

const organisation = { organisationId: 'a', type: 'company', kind: 'ACI', name: 'A', role: 'employer', city: null, department: null, authorised: false, admin: false };
const me = { role: null, account: null, current: null, memberships: [] };

describe('where signing in leads', () => {
  it.each(['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', 'javascript:alert(1)'])('never leaves the site for %s', (path) => {
    expect(safePath(path)).toBe('/');
  });

  it('comes back to the page asked for', () => {
    expect(landing(me, '/candidats?page=2')).toBe('/candidats?page=2');
  });

  it('asks for the organisation first when there are several and none is current', () => {
    expect(landing({ ...me, memberships: [organisation, { ...organisation, organisationId: 'b' }] }, '/pass')).toBe('/organisation?suite=%2Fpass');
  });
});
