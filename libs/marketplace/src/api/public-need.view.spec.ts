import { describe, expect, it } from '@jest/globals';
import type { Organisation } from '#organisations';
import { cleaner, content, criteria, id, place, TODAY } from '../domain/fixtures/needs.js';
import { publicNeedView } from './public-need.view.js';
import { row } from './needs.fixture.js';

const buyer: Organisation = { id: place.buyerId, type: 'buyer', kind: 'LOCAL_AUTHORITY', name: 'Ville imaginaire', siret: '00000000000001', department: '67', city: 'Strasbourg', authorised: false };
/** Everything that a need may keep, and that is nobody's affair. */
const busy = row({
  ...{ sectors: ['nettoyage-de-locaux'], criteria: { ...criteria, prestaTypes: ['PREST'], supplierKinds: ['EA'], distance: 30, includeCountry: true }, moderationId: id('moderation'), matched: 41, interested: 7 },
  ...{ viewedBy: [cleaner.supplierId], declinedBy: [cleaner.supplierId], submittedOn: '2026-02-27', lastChange: '2026-03-09T16:32:54.321Z' },
  buyerSaid: { answer: 'yes', amount: 8765, on: TODAY, supplierId: cleaner.supplierId, feedbackId: id('feedback') },
  outcome: { signed: true, source: 'buyer', supplierId: cleaner.supplierId, supplierKind: 'EA', supplierDepartment: '67', amount: 8765, amountBracket: '5-10K' },
});
const shown = (given: Partial<typeof busy> = {}, description = 'Deux fois par semaine.') => publicNeedView({ ...busy, ...given }, { description, buyer }, null, TODAY);

describe('what anybody reads of a published need', () => {
  it('is this and nothing else [marche/VIS-01] [marche/VIS-03]', () => {
    expect(shown()).toEqual({
      ...{ id: place.needId, kind: 'QUOTE', kindLabel: 'Demande de devis', status: 'validated', statusLabel: 'Publié', title: content.title, description: 'Deux fois par semaine.', anonymous: false },
      buyer: { id: place.buyerId, name: 'Ville imaginaire', kind: 'LOCAL_AUTHORITY', kindLabel: expect.any(String) },
      sectors: [expect.objectContaining({ code: 'nettoyage-de-locaux' })],
      ...{ placeLabel: 'Strasbourg (67)', wholeFrance: false, place: expect.objectContaining({ code: '67482' }) },
      ...{ startsOn: content.startsOn, deadline: content.deadline, validatedOn: TODAY, amount: expect.objectContaining({ code: '5-10K' }), exactAmount: null, amountLabel: '5 000 à 10 000 €', shareAmount: true, responseKinds: ['EMAIL'], crowd: 7 },
      ...{ contact: null, link: null, contactHidden: 'sign-in', questions: [], prestaTypes: [], supplierKinds: [], perimeters: [], distance: null, includeCountry: false, outOfBracket: false, own: false },
      ...{ submittedOn: null, moderation: null, counts: null, transaction: null, buyerSaid: null, mine: null, actions: [] },
      ...{ lastChange: `${TODAY}T00:00:00.000Z`, publicView: true, behind: false },
    });
  });

  it('never names an anonymous buyer, nor gives an amount that is not shared [marche/VIS-07] [marche/VIS-11]', () => {
    const hidden = shown({ kind: 'PROJ', anonymous: true, shareAmount: false });
    expect(hidden).toMatchObject({ buyer: null, amount: null, kindLabel: 'Projet d’achat' });
    expect(JSON.stringify(hidden)).not.toMatch(new RegExp(`${place.buyerId}|Ville|5-10K`));
  });

  it('never reaches anybody, though the buyer wrote how in the description [marche/VIS-03]', () => {
    const masked = '[coordonnées masquées]';
    expect(shown({}, 'Écrivez à achats@fictif.example ou appelez le 01 00 00 00 00, puis le +33 1 00 00 00 01.').description).toBe(`Écrivez à ${masked} ou appelez le ${masked}, puis le ${masked}.`);
    expect(shown({}, 'Lot 2 : 1 200 m² en 2026, réf. 0123-45.').description).toBe('Lot 2 : 1 200 m² en 2026, réf. 0123-45.');
  });

  it('tells that suppliers were interested from five on [marche/VIS-08]', () => expect([4, 5].map((interested) => shown({ interested }).crowd)).toEqual([null, 5]));
});
