import { describe, expect, it } from '@jest/globals';
import { actors, spec } from '#testing';
import { application } from './application.decider.js';
import { accepted, employerOf, id, pathTo, place, requested, submitted, terms } from './fixtures/applications.js';
import { type ChangeHireDates, mayChangeDates } from './hire-dates.js';

const { given } = spec(application);
const today = '2026-03-10';
/** A hire of 20 March, under a PASS that starts with it. */
const hire = given(...pathTo('accepted'));
const change = (more: Partial<ChangeHireDates> = {}): ChangeHireDates => ({
  ...{ do: 'changeHireDates', startsOn: '2026-03-25', endsOn: null, pass: { start: '2026-03-20', end: '2028-03-18' }, actor: employerOf(), today },
  ...more,
});
const changed = (startsOn: string, endsOn: string | null = null) =>
  ({ type: 'hiring.HireDatesChanged', data: { ...place(), startsOn, endsOn, before: { startsOn: '2026-03-20', endsOn: null }, on: today } }) as const;

describe('changing the dates of a hire', () => {
  it('keeps those of before beside the new ones [emplois/ACP-11]', () =>
    hire.when(change({ endsOn: '2026-09-24' })).then(changed('2026-03-25', '2026-09-24')));

  it('starts between today and thirty days from now [emplois/ACP-11]', () => {
    hire.when(change({ startsOn: today })).then(changed(today));
    hire.when(change({ startsOn: '2026-03-09' })).thenRefused('hiring/starts-in-the-past');
    hire.when(change({ startsOn: '2026-04-09' })).then(changed('2026-04-09'));
    hire.when(change({ startsOn: '2026-04-10' })).thenRefused('hiring/put-off-too-far', { facts: { latest: '2026-04-09' } });
  });

  it('ends the day it starts at the earliest [emplois/ACP-11]', () => {
    hire.when(change({ endsOn: '2026-03-25' })).then(changed('2026-03-25', '2026-03-25'));
    hire.when(change({ endsOn: '2026-03-24' })).thenRefused('hiring/ends-before-start');
  });

  it('starts strictly before the last day of a PASS that has started [emplois/ACP-11]', () => {
    const ending = { start: '2024-04-02', end: '2026-04-01' };
    hire.when(change({ startsOn: '2026-03-31', pass: ending })).then(changed('2026-03-31'));
    hire.when(change({ startsOn: '2026-04-01', pass: ending })).thenRefused('hiring/starts-at-pass-end', {
      facts: { latestStart: '2026-03-31' },
      checks: [{ rule: 'emplois/ACP-11', met: false, enough: { latestStart: '2026-03-31' } }],
    });
  });

  it('is for a hire still to come, and for nothing else [emplois/ACP-11]', () => {
    hire.when(change({ today: '2026-03-19' })).thenExpect((events) => expect(events).toHaveLength(1));
    hire.when(change({ today: '2026-03-20' })).thenRefused('hiring/dates-settled', { facts: { startsOn: '2026-03-20' } });
    for (const status of ['new', 'processing', 'postponed', 'pool', 'refused', 'cancelled', 'obsolete'] as const)
      given(...pathTo(status)).when(change()).thenRefused('hiring/dates-settled');
    expect(mayChangeDates({ status: 'accepted', startsOn: '2026-03-11' }, today)).toBe(true);
    expect(mayChangeDates({ status: 'accepted', startsOn: today }, today)).toBe(false);
    expect(mayChangeDates({ status: 'cancelled', startsOn: '2026-03-11' }, today)).toBe(false);
  });

  it('is the hiring company’s own: for another the hire does not exist [emplois/AUT-6]', () =>
    void hire.when(change({ actor: actors.employer('another') })).thenRefused('hiring/unknown-application'));

  it('says nothing when nothing changes', () => hire.when(change({ startsOn: '2026-03-20' })).thenNothing());

  it('is what a PASS still to be delivered will start from [emplois/ACP-11]', () => {
    const waits = { ...accepted, data: { ...accepted.data, pass: null, manualDelivery: true } } as typeof accepted;
    const state = given(submitted(), requested(), waits, changed('2026-03-25')).state();
    expect(state?.toDeliver).toMatchObject({ ...terms, startsOn: '2026-03-25', requestId: id('request') });
  });
});
