import { describe, it } from '@jest/globals';
import { spec } from '#testing';
import { application } from './application.decider.js';
import { employerOf, id, place, requested, submitted, terms } from './fixtures/applications.js';

const { given } = spec(application);
const lapse = (today: string, requestId = id('request')) => ({ do: 'lapseAcceptance', requestId, today }) as const;
const withdrawn = (code: string, on: string) => ({ type: 'hiring.AcceptanceWithdrawn', data: { ...place(), requestId: id('request'), code, on } }) as const;

describe('an acceptance that broke off', () => {
  it('is left to be finished up to the day the hire begins', () => {
    given(submitted(), requested()).when(lapse(terms.startsOn)).thenNothing();
    given(submitted(), requested()).when(lapse('2026-03-21')).then(withdrawn('hiring/starts-in-the-past', '2026-03-21'));
  });

  it('is withdrawn once the application has gone another way, whatever its status now', () => {
    const today = '2026-03-10';
    const study = given(submitted()).when({ do: 'putUnderStudy', actor: employerOf(), today });
    study.thenExpect((studied) => {
      given(submitted(), requested(), ...studied).when(lapse(today)).then(withdrawn('hiring/acceptance-replaced', today));
      given(submitted(), ...studied, requested()).when(lapse(today)).thenNothing();
    });
  });

  it('is nobody’s business when another one has replaced it, or none is left', () => {
    given(submitted(), requested(id('request')), requested(id('another'))).when(lapse('2026-04-01')).thenNothing();
    given(submitted(), requested(), withdrawn('approvals/waiting', '2026-03-10')).when(lapse('2026-04-01')).thenNothing();
  });
});
