import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import type { CompanyKind } from '#organisations';
import { spec } from '#testing';
import type { AcceptanceTerms } from '../contract.js';
import { application } from './application.decider.js';
import { accepted, employerOf, id, pass, pathTo, requestCommand, requested, statedContract, submitted, terms } from './fixtures/applications.js';

const { given } = spec(application);
const request = (change: Partial<AcceptanceTerms>, kind: CompanyKind = 'ACI') =>
  given(submitted({ kind })).when(
    requestCommand({ terms: { ...terms, ...change }, actor: employerOf(kind), job: { companyId: id('company') }, contract: kind === 'GEIQ' ? statedContract : null }),
  );
const accept = { do: 'accept', requestId: id('request'), pass, today: '2026-03-10' } as const;

describe('accepting an application', () => {
  it('by a SIAE first keeps the terms, then waits for the PASS', () => {
    given(submitted()).when(requestCommand()).then(requested());
    given(submitted(), requested()).when(accept).then(accepted);
  });

  it('is where the company is that day, whatever it was when the application came, and what follows is too [pilotage/G-6]', () => {
    const [asked] = application.decide(requestCommand({ terms: { ...terms, companyDepartment: '59' } }), given(submitted()).state());
    expect(asked!.data).toMatchObject({ companyDepartment: '59' });
    const [agreed] = application.decide(accept, given(submitted(), asked!).state());
    expect(agreed!.data).toMatchObject({ companyDepartment: '59' });
    expect(given(submitted(), asked!, agreed!).state()!.place.companyDepartment).toBe('59');
  });

  it('starts today at the earliest, a GEIQ excepted [emplois/ACP-3]', () => {
    request({ startsOn: '2026-03-10' }).thenExpect((events) => expect(events).toHaveLength(1));
    request({ startsOn: '2026-03-09' }).thenRefused('hiring/starts-in-the-past', { facts: { startsOn: '2026-03-09' } });
    request({ startsOn: '2026-03-09', jobId: id('job') }, 'GEIQ').thenExpect((events) => expect(events).toHaveLength(1));
  });

  it('starts within six months [emplois/ACP-3]', () => {
    request({ startsOn: '2026-09-10' }).thenExpect((events) => expect(events).toHaveLength(1));
    request({ startsOn: '2026-09-11' }).thenRefused('hiring/starts-too-late', { facts: { latest: '2026-09-10' } });
  });

  it('ends on its first day at the earliest [emplois/ACP-3]', () => {
    request({ endsOn: '2026-03-20' }).thenExpect((events) => expect(events).toHaveLength(1));
    request({ endsOn: '2026-03-19' }).thenRefused('hiring/ends-before-start');
  });

  it('needs a start, and a job of the company: mandatory for a GEIQ, optional elsewhere [emplois/ACP-2]', () => {
    request({ startsOn: '' }).thenRefused('hiring/start-missing');
    request({ jobId: null }, 'GEIQ').thenRefused('hiring/job-required');
    given(submitted())
      .when(requestCommand({ terms: { ...terms, jobId: id('job') }, job: { companyId: id('another') } }))
      .thenRefused('hiring/job-of-another-company');
  });

  it('for another job needs a ROME code and a commune that exist [emplois/ACP-4]', () => {
    const refused = (rome: string | null, insee: string | null) => {
      try {
        application.decide(requestCommand({ otherJob: { rome, insee } }), given(submitted()).state());
      } catch (error) {
        return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`);
      }
      return [];
    };
    expect(refused(null, null)).toEqual(['otherJob.rome hiring/other-job-missing', 'otherJob.insee hiring/other-job-place-missing']);
    expect(refused('Z9999', '99999')).toEqual(['otherJob.rome hiring/other-job-unknown', 'otherJob.insee hiring/other-job-place-unknown']);
    expect(refused('K2204', '30189')).toEqual([]);
  });

  it('keeps to the end that its job is new to the company [emplois/ACP-4]', () => {
    const newJob = { rome: 'K2204', insee: '30189' };
    const command = requestCommand({ terms: { ...terms, jobId: id('new job'), newJob }, otherJob: newJob });
    const events = [submitted(), ...application.decide(command, given(submitted()).state())];
    given(...events)
      .when(accept)
      .thenExpect(([event]) => expect(event!.data).toMatchObject({ jobId: id('new job'), newJob }));
  });

  it('names as advisor a member of the company, or nobody [emplois/ACP-2] [emplois/ACP-9]', () => {
    const advised = requestCommand({ terms: { ...terms, advisor: id('colleague') }, members: [id('employer'), id('colleague')] });
    given(submitted())
      .when(advised)
      .thenExpect(([event]) => expect(event!.data).toMatchObject({ advisor: id('colleague'), by: id('employer') }));
    given(submitted())
      .when({ ...advised, members: [id('employer')] })
      .thenRefused('hiring/advisor-not-a-member');
  });

  it('outside the IAE is done at once, without PASS nor diagnosis [emplois/ACP-8]', () => {
    request({ jobId: id('job') }, 'GEIQ').thenExpect(([event]) =>
      expect(event).toMatchObject({ type: 'hiring.ApplicationAccepted', data: { pass: null, diagnosisId: null, manualDelivery: false } }),
    );
    request({}, 'OPCS').thenExpect(([event]) => expect(event).toMatchObject({ type: 'hiring.ApplicationAccepted', data: { pass: null } }));
  });

  it('freezes the diagnosis used and says when it was the company’s own [emplois/IAE-15]', () => {
    const own = { ...terms, diagnosis: { ...terms.diagnosis!, author: 'employer' as const } };
    const events = [submitted(), ...application.decide(requestCommand({ terms: own }), given(submitted()).state())];
    given(...events)
      .when(accept)
      .thenExpect(([event]) => expect(event!.data).toMatchObject({ selfPrescription: true, diagnosisId: id('diagnosis') }));
  });

  it('without a PASS yet leaves it to staff to check who the person is', () =>
    given(submitted(), requested())
      .when({ ...accept, pass: null })
      .thenExpect(([event]) => expect(event!.data).toMatchObject({ manualDelivery: true, pass: null })));

  it('is under way for a minute, during which nobody else in the company may accept it too', () => {
    const other = { requestId: id('second request') };
    given(submitted(), requested())
      .when(requestCommand({ ...other, now: '2026-03-10T09:00:59.000Z' }))
      .thenRefused('hiring/acceptance-under-way');
    given(submitted(), requested())
      .when(requestCommand({ ...other, now: '2026-03-10T09:01:00.000Z' }))
      .then(requested(id('second request'), '2026-03-10T09:01:00.000Z'));
    given(submitted(), requested(), requested(id('second request')))
      .when(accept)
      .thenRefused('hiring/acceptance-replaced');
  });

  it('is withdrawn when the person’s stream says no, and may then be tried again', () => {
    const withdraw = { do: 'withdrawAcceptance', requestId: id('request'), code: 'approvals/waiting-period', today: '2026-03-10' } as const;
    given(submitted(), requested())
      .when(withdraw)
      .thenExpect((events, state) => {
        expect(events).toHaveLength(1);
        expect(state).toMatchObject({ status: 'new', acceptance: null, withdrawn: 1 });
      });
    given(...pathTo('accepted'))
      .when(withdraw)
      .thenNothing();
  });
});

describe('cancelling a hire', () => {
  it('is possible only from accepted, and names the PASS that was used [emplois/CNL-1]', () => {
    given(...pathTo('accepted'))
      .when({ do: 'cancelHire', actor: employerOf(), today: '2026-03-12' })
      .thenExpect(([event], state) => {
        expect(event).toMatchObject({ type: 'hiring.HireCancelled', data: { passId: pass.passId } });
        expect(state?.passId).toBeNull();
      });
    given(...pathTo('new'))
      .when({ do: 'cancelHire', actor: employerOf(), today: '2026-03-12' })
      .thenRefused('hiring/already-done');
  });
});
