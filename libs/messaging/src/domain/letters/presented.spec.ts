import { expect, it } from '@jest/globals';
import type { NeedSummary } from '#marketplace';
import { presentedLetter } from './presented.fr.js';

const need: NeedSummary = {
  ...{ needId: 'n1', buyerId: 'b1', author: 'a1', title: 'Nettoyage imaginaire', status: 'validated', deadline: '2026-03-30', matched: 12, interested: 1, moderationId: null, modifyBefore: null },
  ...{ kind: 'QUOTE', sectors: [], wholeFrance: true, place: null, anonymous: false, closed: false, bracket: null, exactAmount: null, buyerAnswered: false },
};
const told = (given: Partial<NeedSummary>) => /^Budget : .*$/m.exec(presentedLetter({ ...need, ...given }, { name: 'Atelier imaginaire', contactId: null, relationId: null, answered: false, seen: false }, null).paragraphs.join('\n'))?.[0];

it('a need is presented with its exact amount, else its bracket, else the word that there is none [marche/NEED-13]', () => {
  expect(told({ bracket: '5-10K' })).toBe('Budget : 5 000 à 10 000 €');
  expect(told({ bracket: '5-10K', exactAmount: 12_000 })).toMatch(/^Budget : 12\s000\s€$/);
  expect(told({})).toBe('Budget : Non renseigné');
});
