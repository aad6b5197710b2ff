import { describe, expect, it } from '@jest/globals';
import { holds, territoryOfInstitution } from './territory.js';

describe('what an institution answers for', () => {
  it('a DDETS its département, a DREETS its region, the national administration the country [pilotage/A-14]', () => {
    expect(territoryOfInstitution({ kind: 'DDETS_IAE', department: '30', region: '76' })).toEqual({ region: null, department: '30' });
    expect(territoryOfInstitution({ kind: 'DREETS_IAE', department: null, region: '76' })).toEqual({ region: '76', department: null });
    expect(territoryOfInstitution({ kind: 'DREETS_IAE', department: '34', region: null })).toEqual({ region: '76', department: null });
    expect(territoryOfInstitution({ kind: 'DGEFP_IAE', department: null, region: null })).toEqual({ region: null, department: null });
  });

  it('nothing when its place is unknown, nor for a network of employers', () => {
    expect(territoryOfInstitution({ kind: 'DDETS_IAE', department: null, region: null })).toBeNull();
    expect(territoryOfInstitution({ kind: 'DREETS_IAE', department: null, region: null })).toBeNull();
    expect(territoryOfInstitution({ kind: 'IAE_NETWORK', department: null, region: null })).toBeNull();
  });

  it('holds its own places only', () => {
    expect(holds({ region: null, department: '30' }, { region: '76', department: '34' })).toBe(false);
    expect(holds({ region: '76', department: null }, { region: '76', department: '34' })).toBe(true);
    expect(holds({ region: null, department: null }, { region: '32', department: '59' })).toBe(true);
  });
});
