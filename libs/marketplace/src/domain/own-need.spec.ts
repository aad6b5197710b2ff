import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import { buyer, content, criteria, id, place, staff, stranger, supplier, TODAY, workshop, written } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';
import { isBuyerOf } from './status.js';

const own = { ...place, buyerId: id('cleaner'), buyerKind: 'EA' };
const self = { supplierId: id('cleaner'), supplierKind: 'EA', supplierDepartment: '67' };
const by = { actor: staff, today: TODAY };
const submitted: NeedEvent = { type: 'marketplace.NeedSubmitted', data: { ...own, ...content, author: supplier.id, on: TODAY } };
const matched: NeedEvent = { type: 'marketplace.SuppliersMatched', data: { ...own, criteria, added: [workshop], withdrawn: [], total: 1, on: TODAY } };
const validated: NeedEvent = { type: 'marketplace.NeedValidated', data: { ...own, suppliers: [workshop.supplierId], submittedOn: TODAY, deadline: content.deadline, on: TODAY } };

describe('a need that a supplier or an inclusive company publishes', () => {
  it('is its organisation’s, whatever it works for otherwise [marche/NEED-21]', () => {
    const employer = { ...supplier, role: 'employer' } as const;
    for (const actor of [supplier, employer]) spec(need).when({ do: 'publish', written: written({ place: own }), actor, today: TODAY }).then(submitted);
    expect([supplier, employer, buyer, stranger, { ...supplier, role: 'prescriber' } as const, { ...supplier, role: 'candidate' } as const].map((actor) => isBuyerOf(id('cleaner'), actor))).toEqual([true, true, false, false, false, false]);
  });

  it('is never sent to itself, found or added by hand [marche/NEED-21]', () => {
    spec(need).given(submitted).when({ do: 'match', criteria, found: [self, workshop], ...by }).then(matched);
    spec(need).given(submitted, matched).when({ do: 'adjust', added: [self], withdrawn: [], ...by }).thenRefused('input/invalid');
  });

  it('is not answered by it either, though it has its address [marche/NEED-21]', () => {
    const published = [submitted, matched, validated];
    spec(need).given(...published).when({ do: 'view', newcomer: self, actor: supplier, today: TODAY }).thenRefused('marketplace/unknown-need');
    spec(need).given(...published).when({ do: 'declareInterest', answersId: id('answers'), answered: [true], actor: supplier, today: TODAY }).thenRefused('marketplace/unknown-need');
  });
});
