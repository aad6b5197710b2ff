import { describe, expect, it } from '@jest/globals';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { changedSince, dataPath, pagePath } from './permalink';

const scope = { region: null, department: '30', name: 'Gard (30)', own: null };
const shown = { from: '2026-01', to: '2026-02', scope, asOf: '2026-02-28T22:59:59.999Z', validAt: '2026-02-28', knownAt: '2026-02-28T22:59:59.999Z', definitions: 'APP-01:1,APP-05:2' };
const figures = (more: object = {}) => ({ ...shown, ...more }) as unknown as FiguresQuery['figures'];

describe('a link to figures', () => {
  it('leaves nothing to the day it is opened', () => {
    const link = '/chiffres?departement=30&type=ACI&du=2026-01&au=2026-02&le=2026-02-28&instant=2026-02-28T22:59:59.999Z&definitions=APP-01:1,APP-05:2';
    expect(pagePath(figures(), 'ACI', false)).toBe(link);
    expect(dataPath(figures(), '', true)).toBe('/api/figures?department=30&from=2026-01&to=2026-02&asOf=2026-02-28&knownAt=2026-02-28T22:59:59.999Z&asPublic=true&definitions=APP-01:1,APP-05:2');
  });

  it('names the moment of figures that were about now', () =>
    expect(pagePath(figures({ validAt: null, knownAt: null, asOf: '2026-03-09T23:30:00.000Z' }), '', false)).toContain('le=2026-03-10&instant=2026-03-09T23:30:00.000Z'));

  it('says which definitions are no longer those it was made with', () => {
    expect(changedSince('APP-01:1,APP-05:1', figures())).toEqual(['APP-05 (version 1 dans le lien, 2 ici)']);
    expect(changedSince('MKT-99:1', figures())).toEqual(['MKT-99 (version 1 dans le lien, retirée ici)']);
    expect(changedSince('', figures())).toEqual([]);
  });
});
