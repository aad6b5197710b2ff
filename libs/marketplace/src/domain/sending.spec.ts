import { describe, expect, it } from '@jest/globals';
import { type Id, SYSTEM } from '#kernel';
import { spec } from '#testing';
import type { SupplierPlace } from '../contract.js';
import { content, criteria, id, interested, place, staff, submitted, supplier } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const TODAY = '2026-03-10';
/** A Tuesday, 10 o’clock in Paris. */
const NOW = '2026-03-10T09:00:00.000Z';
const TOMORROW = '2026-03-11T09:00:00.000Z';
const crowd: readonly SupplierPlace[] = Array.from({ length: 25 }, (_, n) => ({ supplierId: id('crowd', n), supplierKind: 'EA', supplierDepartment: '67' }));
const sentTo = (from: number, until: number) => crowd.slice(from, until).map(({ supplierId }) => ({ supplierId, relationId: id('relation', supplierId) }));
const matched: NeedEvent = { type: 'marketplace.SuppliersMatched', data: { ...place, criteria, added: crowd, withdrawn: [], total: crowd.length, on: TODAY } };
const validated: NeedEvent = { type: 'marketplace.NeedValidated', data: { ...place, suppliers: crowd.map(({ supplierId }) => supplierId), submittedOn: TODAY, deadline: content.deadline, on: TODAY } };
const planned: NeedEvent = { type: 'marketplace.SendingPlanned', data: { ...place, from: NOW, on: TODAY } };
const batch = (from: number, until: number, at = NOW): NeedEvent => ({ type: 'marketplace.NeedSentToSuppliers', data: { ...place, sent: sentTo(from, until), at, on: at.slice(0, 10) } });
const open = [submitted, matched, validated, planned] as const;
const send = (now = NOW, best = sentTo(0, 25)) => ({ do: 'sendBatch', best, now, actor: SYSTEM, today: now.slice(0, 10) }) as const;
const sent = (events: readonly NeedEvent[]): readonly Id[] => events.flatMap((event) => (event.type === 'marketplace.NeedSentToSuppliers' ? event.data.sent.map(({ supplierId }) => supplierId) : []));
const ids = (...which: readonly number[]) => which.map((n) => crowd[n]!.supplierId);

describe('a validated need is sent to its suppliers', () => {
  it('from its validation on, which only the platform says, once', () => {
    const plan = { do: 'planSending', now: NOW, actor: SYSTEM, today: TODAY } as const;
    spec(need).given(submitted, matched, validated).when(plan).then(planned);
    spec(need).given(...open).when(plan).thenNothing();
    spec(need).given(submitted, matched).when(plan).thenNothing();
    for (const actor of [staff, supplier]) spec(need).given(submitted, matched, validated).when({ ...plan, actor }).thenRefused('marketplace/unknown-need');
  });

  it('not when it was validated before anybody was written to', () => {
    spec(need).given(submitted, matched, validated).when(send()).thenNothing();
  });

  it('by ten, the best first, nobody twice [marche/SEND-10] [marche/SEND-11]', () => {
    spec(need).given(...open).when(send()).then(batch(0, 10));
    spec(need).given(...open, batch(0, 10)).when(send(TOMORROW)).then(batch(10, 20, TOMORROW));
    spec(need).given(...open, batch(0, 10), batch(10, 20)).when(send(TOMORROW)).then(batch(20, 25, TOMORROW));
    spec(need).given(...open, batch(0, 10), batch(10, 20), batch(20, 25)).when(send(TOMORROW)).thenNothing();
  });

  it('a day apart [marche/SEND-10]', () => {
    spec(need).given(...open, batch(0, 10)).when(send('2026-03-11T08:59:59.999Z')).thenNothing();
    spec(need).given(...open, batch(0, 10)).when(send(TOMORROW)).then(batch(10, 20, TOMORROW));
  });

  it('on weekdays from 8 to 16 o’clock in Paris [marche/SEND-01]', () => {
    const early = { ...planned, data: { ...planned.data, from: '2026-03-05T09:00:00.000Z' } } as NeedEvent;
    const at = (now: string) => spec(need).given(submitted, matched, validated, early).when(send(now));
    for (const now of ['2026-03-10T06:59:59.999Z', '2026-03-10T15:00:00.000Z', '2026-03-07T09:00:00.000Z', '2026-03-08T09:00:00.000Z']) at(now).thenNothing();
    for (const now of ['2026-03-10T07:00:00.000Z', '2026-03-10T14:59:59.999Z', '2026-03-06T09:00:00.000Z']) at(now).thenExpect((events) => expect(sent(events)).toHaveLength(10));
  });

  it('until seven are interested [marche/SEND-10]', () => {
    const some = (count: number) => crowd.slice(10, 10 + count).map((who, n) => interested(who, n + 1));
    spec(need).given(...open, ...some(6)).when(send()).then(batch(0, 10));
    spec(need).given(...open, ...some(7)).when(send()).thenNothing();
  });

  it('until its deadline, whose day is still open [marche/SEND-10] [marche/LIFE-06]', () => {
    spec(need).given(...open).when({ ...send(), today: content.deadline }).thenExpect((events) => expect(sent(events)).toHaveLength(10));
    spec(need).given(...open).when({ ...send(), today: '2026-04-11' }).thenNothing();
  });

  it('but not to those who answered of themselves, came by its address, or are not of its list', () => {
    const declined: NeedEvent = { type: 'marketplace.NeedDeclined', data: { ...place, ...crowd[1]!, reasonId: id('reason'), on: TODAY } };
    const newcomer = { supplierId: id('newcomer'), supplierKind: 'EA', supplierDepartment: '67' };
    const byLink: NeedEvent = { type: 'marketplace.NeedOpenedByLink', data: { ...place, ...newcomer, on: TODAY } };
    const best = [{ supplierId: newcomer.supplierId, relationId: id('r') }, { supplierId: id('stranger'), relationId: id('s') }, ...sentTo(0, 4)];
    spec(need).given(...open, interested(crowd[0]), declined, byLink).when(send(NOW, best)).thenExpect((events) => expect(sent(events)).toEqual(ids(2, 3)));
  });
});
