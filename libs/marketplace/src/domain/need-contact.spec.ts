import { describe, expect, it } from '@jest/globals';
import { InvalidInput, SYSTEM } from '#kernel';
import { spec } from '#testing';
import { buyer, cleaner, content, drafted, id, interested, otherBuyer, place, published, staff, submitted, supplier, TODAY, validated } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const colleague = { ...buyer, id: id('account', 'colleague') };
const erase = { do: 'eraseContact', accountId: buyer.id, actor: SYSTEM, today: TODAY } as const;
const erased: NeedEvent = { type: 'marketplace.NeedContactErased', data: { ...place, on: TODAY } };
const give = { do: 'giveContact', contactId: id('another contact'), reaching: { email: 'suite@fictif.example', phone: null, link: null }, actor: colleague, today: TODAY } as const;
const given = (...suppliers: readonly string[]): NeedEvent => ({ type: 'marketplace.NeedContactGiven', data: { ...place, contactId: give.contactId, by: colleague.id, suppliers, on: TODAY } });
const as = (event: NeedEvent, change: object): NeedEvent => ({ ...event, data: { ...event.data, ...change } }) as NeedEvent;

describe('the contact of a need', () => {
  it('goes with the account that gave it, once; a colleague’s stays', () => {
    spec(need).given(...published).when(erase).then(erased);
    spec(need).given(drafted).when(erase).then(erased);
    spec(need).given(...published, erased).when(erase).thenNothing();
    spec(need).given(...published).when({ ...erase, accountId: colleague.id }).thenNothing();
    spec(need).given(as(submitted, { contactId: null })).when(erase).thenNothing();
    spec(need).given(...published).when({ ...erase, actor: buyer }).thenRefused('marketplace/unknown-need');
  });

  it('is given anew by whoever works for the buyer, and told to the suppliers who were interested', () => {
    spec(need).given(submitted, erased).when(give).then(given());
    spec(need).given(...published, interested(), erased).when(give).then(given(cleaner.supplierId));
    for (const actor of [otherBuyer, supplier, staff]) spec(need).given(...published, erased).when({ ...give, actor }).thenRefused('marketplace/unknown-need');
  });

  it('is not changed while it stands, nor twice [marche/NEED-25]', () => {
    spec(need).given(...published).when(give).thenRefused('marketplace/already-done');
    spec(need).given(...published, erased, given()).when(give).thenRefused('marketplace/already-done');
    spec(need).given(...published, erased, given()).when({ ...erase, accountId: colleague.id }).then(erased);
    spec(need).given(as(submitted, { needKind: 'PROJ', anonymous: true }), erased).when(give).thenRefused('marketplace/already-done');
  });

  it('is given to a need that may still be answered: a draft is written anew, and has its own again', () => {
    spec(need).given(drafted, erased).when(give).thenRefused('marketplace/already-done');
    spec(need).given(...published, erased).when({ ...give, today: content.deadline }).thenExpect((events) => expect(events).toHaveLength(1));
    spec(need).given(...published, erased).when({ ...give, today: '2026-04-11' }).thenRefused('marketplace/closed');
    const rejected: NeedEvent = { type: 'marketplace.NeedRejected', data: { ...place, messageId: id('message'), on: TODAY } };
    spec(need).given(submitted, rejected, erased).when(give).thenRefused('marketplace/already-done');
    spec(need).given(drafted, erased, submitted).when(give).thenRefused('marketplace/already-done');
  });

  it('answers in the ways the need asks for [marche/NEED-20]', () => {
    const fields = (change: object, reaching: object) => {
      try {
        need.decide({ ...give, reaching: { email: null, phone: null, link: null, ...reaching } }, [as(submitted, change), as(validated, change), erased].reduce(need.evolve, need.initial));
        return [];
      } catch (error) {
        return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code.split('/')[1]}`);
      }
    };
    expect(fields({}, {})).toEqual(['email response-email']);
    expect(fields({}, { email: 'achats' })).toEqual(['email email-malformed']);
    expect(fields({ responseKinds: ['EMAIL', 'TEL'] }, { email: 'suite@fictif.example' })).toEqual(['phone response-phone']);
    expect(fields({ responseKinds: ['TEL'] }, { phone: '01 00 00 00 00' })).toEqual([]);
    expect(fields({ needKind: 'TENDER', responseKinds: ['EXTERN'] }, { link: 'achats.example' })).toEqual(['link link-malformed']);
    expect(fields({ needKind: 'TENDER', responseKinds: ['EXTERN'] }, { link: 'https://achats.example/1' })).toEqual([]);
  });
});
