import { describe, expect, it } from '@jest/globals';
import { sectorOf } from '#reference';
import { supplierQuestion } from './supplier-question.js';

describe('what a search is understood to ask', () => {
  it('leaves out a filter with a value that does not exist, keeps the others, and says so', () => {
    const { question, warnings } = supplierQuestion({ kinds: ['EA', 'inconnu'], prestaTypes: ['PREST'] }, 1);
    expect([question.kinds, question.prestaTypes]).toEqual([[], ['PREST']]);
    expect(warnings).toEqual(['Un type de fournisseur choisi n’existe pas : ce filtre n’est pas appliqué.']);
  });

  it('takes a sector, never the group it belongs to [marche/SEC-03]', () => {
    const sector = sectorOf('nettoyage-de-locaux')!;
    expect(supplierQuestion({ sectors: [sector.code] }, 1)).toMatchObject({ question: { sectors: [sector.code] }, warnings: [] });
    expect(supplierQuestion({ sectors: [sector.group.code] }, 1)).toMatchObject({ question: { sectors: [] }, warnings: [expect.stringContaining('secteur')] });
  });
});
