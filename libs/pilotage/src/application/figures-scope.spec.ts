import { describe, expect, it } from '@jest/globals';
import { INSTITUTION_KINDS } from '#reference';
import { actors } from '#testing';
import { FiguresScope } from './figures-scope.js';

const gard = { region: null, department: '30' };
/** As if everybody answered for somewhere. */
const scope = new FiguresScope({ territoryOf: () => Promise.resolve(gard) });
const of = (organisationKind: string) => scope.of({ ...actors.inspector(), organisationKind });

describe('true figures', () => {
  it('are for institutions that have some; those of GEIQ, and any other, are told what the public is, even where they inspect [pilotage/A-19]', async () => {
    const told = await Promise.all(INSTITUTION_KINDS.map(async ({ code }) => ({ code, territory: await of(code) })));
    expect(told.filter(({ territory }) => territory === null).map(({ code }) => code).sort()).toEqual(['DDETS_GEIQ', 'DGEFP_GEIQ', 'DREETS_GEIQ', 'FFGEIQ', 'OTHER']);
    expect(await of('DDETS_IAE')).toEqual(gard);
  });

  it('are nobody’s who is not signed in', async () => expect(await scope.of(null)).toBeNull());
});
