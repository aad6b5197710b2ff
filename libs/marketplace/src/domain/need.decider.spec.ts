import { describe, expect, it } from '@jest/globals';
import { InvalidInput, SYSTEM } from '#kernel';
import { spec } from '#testing';
import { buyer, cleaner, content, criteria, drafted, id, interested, matched, otherBuyer, otherSupplier, place, published, staff, stranger, submitted, supplier, TODAY, validated, workshop, written } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { WrittenNeed } from './need-content.js';

const by = { actor: buyer, today: TODAY };
const fields = (given: WrittenNeed, today = TODAY, what: 'publish' | 'save' = 'publish') => {
  try {
    need.decide({ do: what, written: given, actor: buyer, today }, null);
    return [];
  } catch (error) {
    return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code.split('/')[1]}`);
  }
};

describe('writing a need', () => {
  it('keeps a draft, then submits it [marche/NEED-24]', () => {
    spec(need).when({ do: 'save', written: written(), ...by }).then(drafted);
    spec(need).given(drafted).when({ do: 'publish', written: written(), ...by }).then(submitted);
  });

  it('is the affair of its organisation, and of buyers', () => {
    spec(need).given(drafted).when({ do: 'save', written: written(), actor: otherBuyer, today: TODAY }).thenRefused('marketplace/unknown-need');
    spec(need).when({ do: 'publish', written: written(), actor: supplier, today: TODAY }).thenRefused('marketplace/buyers-only');
  });

  it('ends with the draft [marche/NEED-25]', () => {
    spec(need).given(submitted).when({ do: 'save', written: written(), ...by }).thenRefused('marketplace/already-done');
    spec(need).given(...published).when({ do: 'publish', written: written(), ...by }).thenRefused('marketplace/already-done');
  });

  it('asks how to answer: an address, a number or a link behind each choice [marche/NEED-20]', () => {
    expect(fields(written({ content: { responseKinds: [] } }))).toEqual(['responseKinds response-missing']);
    expect(fields(written({ reaching: { email: null } }))).toEqual(['email response-email']);
    expect(fields(written({ content: { responseKinds: ['TEL'] } }))).toEqual(['phone response-phone']);
    expect(fields(written({ content: { responseKinds: ['EXTERN'] } }))).toEqual(['link response-link']);
    expect(fields(written({ place: { needKind: 'TENDER' }, reaching: { link: 'https://achats.example/1' } }))).toEqual(['responseKinds response-tender']);
    expect(fields(written({ place: { needKind: 'TENDER' }, content: { responseKinds: ['EXTERN'] }, reaching: { link: 'https://achats.example/1' } }))).toEqual([]);
  });

  it('asks an anonymous buyer nothing about being answered [marche/NEED-20]', () => {
    for (const responseKinds of [[], ['TEL'], ['EXTERN']] as const) {
      expect(fields(written({ place: { needKind: 'PROJ' }, content: { anonymous: true, responseKinds }, reaching: { email: null } }))).toEqual([]);
    }
  });

  it('takes no address, number or link that leads nowhere [marche/NEED-20]', () => {
    const wrong = (reaching: Partial<WrittenNeed['reaching']>) => fields(written({ content: { responseKinds: ['EMAIL', 'TEL', 'EXTERN'] }, reaching: { phone: '01 00 00 00 00', link: 'https://achats.example', ...reaching } }));
    expect(wrong({})).toEqual([]);
    expect(['achats', 'achats@fictif', 'a chats@fictif.example'].map((email) => wrong({ email }))).toEqual(Array(3).fill(['email email-malformed']));
    expect(['demandez Camille', '0100', '01 00 00 00 00 poste 12'].map((phone) => wrong({ phone }))).toEqual(Array(3).fill(['phone phone-malformed']));
    expect(['http://achats.example', 'achats.example', 'javascript:alert(1)', 'https://'].map((link) => wrong({ link }))).toEqual(Array(4).fill(['link link-malformed']));
    expect(wrong({ phone: '+33 (0)1.00-00 00 00' })).toEqual([]);
  });

  it('keeps a draft with little more than a title, yet nothing wrong in it [marche/NEED-24]', () => {
    const little = { content: { place: null, responseKinds: [], deadline: '2026-03-09' }, description: null, reaching: { email: null } } as const;
    expect(fields(written(little), TODAY, 'save')).toEqual([]);
    expect(fields(written(little))).toEqual(['description description-missing', 'place place-missing', 'deadline deadline-past', 'responseKinds response-missing']);
    expect(fields(written({ ...little, content: { ...little.content, title: '' } }), TODAY, 'save')).toEqual(['title title-missing']);
    expect(fields(written({ ...little, reaching: { email: 'achats' } }), TODAY, 'save')).toEqual(['email email-malformed']);
    expect(fields(written({ ...little, content: { ...little.content, title: 'Écrivez à achats@fictif.example' } }), TODAY, 'save')).toEqual(['title contact-in-open-words']);
  });

  it('asks for a deadline between today and the start, a place, words', () => {
    expect(fields(written({ content: { deadline: '2026-03-09' } }))).toEqual(['deadline deadline-past']);
    expect(fields(written({ content: { deadline: TODAY } }))).toEqual([]);
    expect(fields(written({ content: { deadline: '2026-05-05' } }))).toEqual(['deadline deadline-after-start']);
    expect(fields(written({ content: { place: null } }))).toEqual(['place place-missing']);
    expect(fields(written({ content: { place: null, wholeFrance: true } }))).toEqual([]);
    expect(fields(written({ content: { title: '' }, description: null }))).toEqual(['title title-missing', 'description description-missing']);
  });

  it('keeps anonymity for sourcing and contacts out of open words', () => {
    expect(fields(written({ content: { anonymous: true } }))).toEqual(['anonymous anonymous-kind']);
    expect(fields(written({ content: { title: 'Écrivez à achats@fictif.example' } }))).toEqual(['title contact-in-open-words']);
    for (const description of ['Écrivez à achats@fictif.example', 'Appelez le 01 00 00 00 00']) expect(fields(written({ description }), TODAY, 'save')).toEqual(['description contact-in-open-words']);
    expect(fields(written({ content: { questions: ['Appelez le 06.11.22.33.44 ?'] } }))).toEqual(['questions contact-in-open-words']);
  });
});

describe('moderating a need', () => {
  const team = { actor: staff, today: TODAY };
  it('is for the team only', () => {
    spec(need).given(submitted).when({ do: 'match', criteria, found: [cleaner], ...by }).thenRefused('marketplace/unknown-need');
    spec(need).given(submitted, matched).when({ do: 'validate', actor: supplier, today: TODAY }).thenRefused('marketplace/unknown-need');
  });

  it('replaces the list of suppliers, those who still match keeping their place [marche/MATCH-07] [marche/TRK-01]', () => {
    spec(need)
      .given(submitted, matched)
      .when({ do: 'match', criteria, found: [cleaner, { ...workshop, supplierId: id('third') }], ...team })
      .then({ type: 'marketplace.SuppliersMatched', data: { ...place, criteria, added: [{ ...workshop, supplierId: id('third') }], withdrawn: [workshop.supplierId], total: 2, on: TODAY } });
  });

  it('is not for everybody: criteria so wide that the list would not fit are refused with the count', () => {
    const crowd = (count: number) => Array.from({ length: count }, (_, at) => ({ ...workshop, supplierId: id('crowd', at) }));
    const wide = { do: 'match', criteria: { ...criteria, sectors: [], perimeters: [] }, ...team } as const;
    spec(need).given(submitted, matched).when({ ...wide, found: crowd(3000) }).thenExpect(([event]) => expect(event!.data).toMatchObject({ total: 3000 }));
    expect(() => need.decide({ ...wide, found: crowd(3001) }, need.evolve(null, submitted))).toThrow(expect.objectContaining({ code: 'marketplace/too-many-match', facts: { count: 3001, max: 3000 } }));
    spec(need).given(submitted, matched).when({ do: 'adjust', added: crowd(2999), withdrawn: [], ...team }).thenRefused('marketplace/too-many-match');
  });

  it('validates with a sector and a supplier, before the deadline [marche/LIFE-08] [marche/LIFE-06]', () => {
    spec(need).given(submitted).when({ do: 'validate', ...team }).thenRefused('marketplace/sectors-missing');
    const nobody = { ...matched, data: { ...matched.data, added: [], total: 0 } } as typeof matched;
    spec(need).given(submitted, nobody).when({ do: 'validate', ...team }).thenRefused('marketplace/nobody-matches');
    spec(need).given(submitted, matched).when({ do: 'validate', actor: staff, today: '2026-04-11' }).thenRefused('marketplace/closed');
    spec(need).given(submitted, matched).when({ do: 'validate', ...team }).then(validated);
  });

  it('never validates with a list made before the need was written anew [marche/MATCH-08]', () => {
    const sentBack = { type: 'marketplace.NeedSentBack', data: { ...place, messageId: id('message'), on: TODAY } } as const;
    const again = [submitted, matched, sentBack, submitted] as const;
    spec(need).given(...again).when({ do: 'validate', ...team }).thenRefused('marketplace/sectors-missing');
    spec(need).given(...again).when({ do: 'match', criteria, found: [cleaner], ...team }).thenExpect(([event]) => expect(event!.data).toMatchObject({ added: [], withdrawn: [workshop.supplierId], total: 1 }));
  });

  it('adds and removes suppliers by hand, and validates what was so made [marche/LIFE-04]', () => {
    const third = { ...workshop, supplierId: id('third') };
    const adds = { do: 'adjust', added: [third, cleaner], withdrawn: [], ...team } as const;
    const added = { type: 'marketplace.SuppliersMatched', data: { ...place, criteria, added: [third], withdrawn: [], total: 3, on: TODAY } } as const;
    const removed = { type: 'marketplace.SuppliersMatched', data: { ...place, criteria, added: [], withdrawn: [workshop.supplierId], total: 2, on: TODAY } } as const;
    spec(need).given(submitted, matched).when(adds).then(added);
    spec(need).given(submitted, matched, added).when({ ...adds, added: [], withdrawn: [workshop.supplierId, id('nobody')] }).then(removed);
    spec(need).given(submitted, matched).when({ ...adds, added: [cleaner] }).thenNothing();
    spec(need).given(submitted, matched, added, removed).when({ do: 'validate', ...team }).thenExpect(([event]) => expect(event!.data).toMatchObject({ suppliers: [cleaner.supplierId, third.supplierId] }));
    spec(need).given(submitted).when(adds).thenRefused('marketplace/sectors-missing');
    spec(need).given(...published).when(adds).thenRefused('marketplace/already-done');
    spec(need).given(submitted, matched).when({ ...adds, actor: buyer }).thenRefused('marketplace/unknown-need');
  });

  it('keeps the list it validates [marche/LIFE-04]', () => {
    spec(need).given(...published).when({ do: 'match', criteria, found: [cleaner], ...team }).thenRefused('marketplace/already-done');
  });

  it('never goes back from a validation or a rejection [marche/LIFE-01]', () => {
    const rejected = { type: 'marketplace.NeedRejected', data: { ...place, messageId: id('message'), on: TODAY } } as const;
    spec(need).given(submitted).when({ do: 'reject', messageId: id('message'), ...team }).then(rejected);
    for (const what of ['validate', 'sendBack', 'reject'] as const) {
      spec(need).given(submitted, matched, rejected).when({ do: what, messageId: id('message'), ...team }).thenRefused('marketplace/already-done');
      spec(need).given(...published).when({ do: what, messageId: id('message'), ...team }).thenRefused('marketplace/already-done');
    }
    spec(need).given(submitted, rejected).when({ do: 'publish', written: written(), ...by }).thenRefused('marketplace/already-done');
  });

  it('rejects what was sent back, ten days after the latest request [marche/LIFE-07]', () => {
    const sentBack = (message: string, on: string) => ({ type: 'marketplace.NeedSentBack', data: { ...place, messageId: id(message), on } }) as const;
    const expires = (today: string) => ({ do: 'expire', actor: SYSTEM, today }) as const;
    const twice = [submitted, sentBack('first', TODAY), submitted, sentBack('second', '2026-03-15'), drafted] as const;
    spec(need).given(...twice).when(expires('2026-03-24')).thenNothing();
    spec(need).given(...twice).when(expires('2026-03-25')).then({ type: 'marketplace.NeedRejected', data: { ...place, messageId: id('second'), on: '2026-03-25' } });
    spec(need).given(...twice, submitted).when(expires('2026-03-25')).thenNothing();
    spec(need).given(drafted).when(expires('2026-12-25')).thenNothing();
    spec(need).given(...twice).when({ ...expires('2026-03-25'), actor: staff }).thenRefused('marketplace/unknown-need');
  });

  it('counts a distance around a city, and refuses one around anything else [marche/MATCH-05]', () => {
    const around = (where: string | null) => need.decide({ do: 'match', criteria: { ...criteria, distance: 30 }, found: [cleaner], ...team }, need.evolve(null, { ...submitted, data: { ...submitted.data, place: where } } as typeof submitted));
    expect(around('67482')).toHaveLength(1);
    for (const where of ['67', 'R44', null]) expect(() => around(where)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'distance', code: 'marketplace/distance-city' })] }));
  });

  it('says why when it turns a need down', () => {
    spec(need).given(submitted).when({ do: 'sendBack', messageId: null, ...team }).thenRefused('input/invalid');
  });
});

describe('answering a need', () => {
  const declare = { do: 'declareInterest', answersId: id('answers'), answered: [true], actor: supplier, today: TODAY } as const;
  it('is for suppliers it is meant for, once published', () => {
    spec(need).given(...published).when(declare).then(interested());
    spec(need).given(...published).when({ ...declare, actor: stranger }).thenRefused('marketplace/unknown-need');
    spec(need).given(submitted, matched).when(declare).thenRefused('marketplace/unknown-need');
  });

  it('takes an answer to every question, once [marche/TRK-07]', () => {
    for (const answered of [[], [false], [false, true], [true, true]]) spec(need).given(...published).when({ ...declare, answered }).thenRefused('input/invalid');
    spec(need).given(...published, interested()).when(declare).thenRefused('marketplace/already-interested');
  });

  it('ends after the deadline, whose day is still open [marche/LIFE-02]', () => {
    spec(need).given(...published).when({ ...declare, today: content.deadline }).thenExpect((events) => expect(events).toHaveLength(1));
    spec(need).given(...published).when({ ...declare, today: '2026-04-11' }).thenRefused('marketplace/closed');
  });

  it('counts who came first', () => {
    spec(need).given(...published, interested()).when({ ...declare, actor: otherSupplier }).thenExpect(([event]) => expect(event!.data).toMatchObject({ supplierId: workshop.supplierId, rank: 2 }));
  });

  it('keeps the first reason of a supplier who declines [marche/TRK-09]', () => {
    const decline = { do: 'decline', reasonId: id('reason'), actor: supplier, today: TODAY } as const;
    const declined = { type: 'marketplace.NeedDeclined', data: { ...place, ...cleaner, reasonId: id('reason'), on: TODAY } } as const;
    spec(need).given(...published).when(decline).then(declined);
    spec(need).given(...published, declined).when({ ...decline, reasonId: id('another') }).thenNothing();
    spec(need).given(...published).when({ ...decline, reasonId: null }).thenRefused('input/invalid');
  });

  it('lets a supplier who declined change its mind, and decline again [marche/TRK-04]', () => {
    const decline = { do: 'decline', reasonId: id('another'), actor: supplier, today: TODAY } as const;
    const declined = { type: 'marketplace.NeedDeclined', data: { ...place, ...cleaner, reasonId: id('reason'), on: TODAY } } as const;
    spec(need).given(...published, declined).when(declare).then(interested());
    spec(need).given(...published, declined, interested()).when(decline).then({ ...declined, data: { ...declined.data, reasonId: id('another') } });
  });
});
