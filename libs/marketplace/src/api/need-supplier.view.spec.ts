import { expect, it } from '@jest/globals';
import { cleaner, content, place } from '../domain/fixtures/needs.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import type { SupplierRow } from '../projections/supplier.row.js';
import { needSupplierView } from './need.view.js';

it('tells the buyer which suppliers are of the place of its need, and none of a need without a place of its own [marche/SRCH-15]', () => {
  const address = { id: cleaner.supplierId, kind: 'EA', name: 'Atelier imaginaire', city: 'Strasbourg', department: '67', region: 'R44' } as SupplierRow;
  const local = (where: string | null, supplier: Partial<SupplierRow> = {}): boolean => {
    const need = { ...content, id: place.needId, place: where, buyerSaid: null } as unknown as NeedRow;
    const relation = { needId: place.needId, supplierId: cleaner.supplierId, said: null } as unknown as NeedSupplierRow;
    const suppliers = new Map([[cleaner.supplierId, { ...address, ...supplier }]]);
    return needSupplierView(need, relation, { texts: new Map(), names: new Map(), buyers: new Map(), suppliers }, true).local;
  };
  expect([local('67482'), local('67'), local('R44')]).toEqual([true, true, true]);
  expect([local('67482', { city: 'Haguenau' }), local('68'), local(null)]).toEqual([false, false, false]);
});
