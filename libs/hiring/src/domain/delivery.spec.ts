import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import { application } from './application.decider.js';
import type { ApplicationEvent } from './application.state.js';
import { accepted, employerOf, id, pass, place, requestCommand, requested, submitted, TODAY } from './fixtures/applications.js';

const { given } = spec(application);
const unidentified: ApplicationEvent = { ...accepted, data: { ...accepted.data, pass: null, manualDelivery: true } } as ApplicationEvent;
const waiting = [submitted(), requested(), unidentified];
const today = '2026-03-24';
const deliver = { do: 'deliverPass', pass, today } as const;
const refuse = { do: 'refuseDelivery', explanationId: id('explanation'), today } as const;
const delivered: ApplicationEvent = { type: 'hiring.PassDelivered', data: { ...place(), pass, on: today } };
const refused: ApplicationEvent = { type: 'hiring.PassDeliveryRefused', data: { ...place(), explanationId: id('explanation'), on: today } };

describe('a hire whose PASS waits until staff know who the person is', () => {
  it('gets it, or is refused it with a reason, and stays accepted [emplois/ACP-10]', () => {
    given(...waiting)
      .when(deliver)
      .thenExpect((events, state) => {
        expect(events).toEqual([delivered]);
        expect(state).toMatchObject({ status: 'accepted', passId: pass.passId, toDeliver: null });
      });
    given(...waiting)
      .when(refuse)
      .thenExpect((events, state) => {
        expect(events).toEqual([refused]);
        expect(state).toMatchObject({ status: 'accepted', passId: null, toDeliver: null });
      });
    given(...waiting)
      .when({ ...refuse, explanationId: null })
      .thenRefused('hiring/explanation-required');
  });

  it('is decided once, for ever [emplois/ACP-10]', () => {
    for (const decided of [delivered, refused])
      for (const command of [deliver, refuse]) given(...waiting, decided).when(command).thenRefused('hiring/no-pass-to-deliver');
  });

  it('is nothing to staff when the hire has its PASS, was never agreed, or is cancelled', () => {
    const cancelled = { type: 'hiring.HireCancelled', data: { ...place(), on: today, passId: null } } as const;
    for (const past of [[submitted()], [submitted(), requested(), accepted], [...waiting, cancelled]])
      given(...past).when(deliver).thenRefused('hiring/no-pass-to-deliver');
  });

  it('gives back the delivered PASS when it is cancelled [emplois/CNL-2]', () =>
    given(...waiting, delivered)
      .when({ do: 'cancelHire', actor: employerOf(), today })
      .thenExpect(([event]) => expect(event).toMatchObject({ data: { passId: pass.passId } })));

  it('cannot be accepted again in the meantime', () =>
    void given(...waiting)
      .when(requestCommand({ requestId: id('second request'), today: TODAY }))
      .thenRefused('hiring/already-done'));
});
