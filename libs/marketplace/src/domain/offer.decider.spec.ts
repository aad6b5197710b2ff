import { describe, expect, it } from '@jest/globals';
import { type Actor, SYSTEM } from '#kernel';
import { spec } from '#testing';
import type { Activity } from '../contract.js';
import { id, stranger, supplier, TODAY } from './fixtures/needs.js';
import { offer, type OfferCommand } from './offer.decider.js';

const own = { supplierId: id('cleaner'), actor: supplier, today: TODAY };
const activity: Activity = { activityId: id('activity'), sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'CUSTOM', distance: 50, zones: [] };
const set = (given: Partial<Activity> = {}, fresh = true): OfferCommand => ({ do: 'setActivity', activity: { ...activity, ...given }, fresh, ...own });
const done = (given: Partial<Activity> = {}) => ({ type: 'marketplace.ActivitySet', data: { supplierId: own.supplierId, ...activity, ...given, on: TODAY } }) as const;

describe('what a supplier offers', () => {
  it('is one activity per sector, changed only when something changes', () => {
    spec(offer).when(set()).then(done());
    spec(offer).given(done()).when(set({}, false)).thenNothing();
    spec(offer).given(done()).when(set({ distance: 80 }, false)).then(done({ distance: 80 }));
    spec(offer).when(set({}, false)).thenRefused('marketplace/unknown-activity');
  });

  it('has service types, and what its range needs [marche/ACT-01] [marche/ACT-02] [marche/ACT-03]', () => {
    spec(offer).when(set({ prestaTypes: [] })).thenRefused('input/invalid');
    spec(offer).when(set({ distance: null })).thenRefused('input/invalid');
    spec(offer).when(set({ range: 'ZONES' })).thenRefused('input/invalid');
    for (const range of ['REGION', 'DEPARTMENT', ''] as unknown as Activity['range'][]) spec(offer).when(set({ range })).thenRefused('input/invalid');
    spec(offer).when(set({ range: 'COUNTRY', zones: ['67'] })).then(done({ range: 'COUNTRY', distance: null }));
    spec(offer).when(set({ zones: ['67'] })).then(done());
    spec(offer).when(set({ range: 'ZONES', zones: ['67', 'R84', '38185'] })).then(done({ range: 'ZONES', distance: null, zones: ['67', 'R84', '38185'] }));
  });

  it('keeps to a number of places and activities that a search can hold', () => {
    const places = (count: number) => set({ range: 'ZONES', zones: Array.from({ length: count }, () => '67') });
    spec(offer).when(places(200)).thenExpect((events) => expect(events).toHaveLength(1));
    spec(offer).when(places(201)).thenRefused('input/invalid');
    const many = (count: number) => Array.from({ length: count }, (_, at) => done({ activityId: id('activity', at) }));
    spec(offer).given(...many(49)).when(set()).then(done());
    spec(offer).given(...many(50)).when(set()).thenRefused('marketplace/too-many-activities');
    spec(offer).given(...many(50)).when(set({ activityId: id('activity', 7), distance: 80 }, false)).then(done({ activityId: id('activity', 7), distance: 80 }));
  });

  it('goes one activity at a time, never a whole family [marche/ACT-04]', () => {
    spec(offer).given(done()).when({ do: 'removeActivity', activityId: activity.activityId, ...own }).then({ type: 'marketplace.ActivityRemoved', data: { supplierId: own.supplierId, activityId: activity.activityId, on: TODAY } });
    spec(offer).when({ do: 'removeActivity', activityId: activity.activityId, ...own }).thenRefused('marketplace/unknown-activity');
  });

  it('is the affair of its members', () => {
    spec(offer).when({ ...set(), actor: stranger }).thenRefused('marketplace/unknown-supplier');
  });

  it('leaves the directory and comes back by the team alone, once each [marche/SUP-11]', () => {
    const team = { ...SYSTEM, id: id('team'), role: 'staff' } as const;
    const list = (what: 'delist' | 'relist', actor: Actor = team): OfferCommand => ({ do: what, ...own, actor });
    const data = { supplierId: own.supplierId, by: team.id, on: TODAY };
    const [out, back] = [{ type: 'marketplace.OfferDelisted', data }, { type: 'marketplace.OfferRelisted', data }] as const;
    spec(offer).given(done()).when(list('delist')).then(out);
    spec(offer).given(out).when(list('delist')).thenNothing();
    spec(offer).given(out).when(list('relist')).then(back);
    spec(offer).given(out, back).when(list('relist')).thenNothing();
    for (const actor of [supplier, stranger]) spec(offer).when(list('delist', actor)).thenRefused('marketplace/unknown-supplier');
    spec(offer).given(out).when(set()).then(done());
  });

  it('is presented in open words, with an address where needs are received', () => {
    const present = { do: 'present', presentation: ' Une équipe imaginaire. ', contactId: id('contact'), reaching: { email: 'besoins@fictif.example', phone: null, link: null }, ...own } as const;
    spec(offer).when(present).thenExpect(([event]) => expect(event!.data).toMatchObject({ presentation: 'Une équipe imaginaire.', by: supplier.id }));
    for (const wrong of [{ email: null }, { email: 'besoins' }, { phone: 'demandez Camille' }]) spec(offer).when({ ...present, reaching: { ...present.reaching, ...wrong } }).thenRefused('input/invalid');
    const shown = { type: 'marketplace.OfferPresented', data: { supplierId: own.supplierId, presentation: '', contactId: id('contact'), by: supplier.id, on: TODAY } } as const;
    const erase = { do: 'eraseContact', accountId: supplier.id, supplierId: own.supplierId, actor: SYSTEM, today: TODAY } as const;
    const erased = { type: 'marketplace.OfferContactErased', data: { supplierId: own.supplierId, on: TODAY } } as const;
    spec(offer).given(shown, done()).when(erase).then(erased);
    spec(offer).given(shown, { ...shown, data: { ...shown.data, by: stranger.id } }).when(erase).thenNothing();
    spec(offer).given(shown, erased).when(erase).thenNothing();
    spec(offer).when({ ...present, presentation: 'Appelez le +33 6 11 22 33 44' }).thenRefused('input/invalid');
  });
});
