import { describe, it } from '@jest/globals';
import { newId } from '#kernel';
import { spec } from '#testing';
import { factsExport, type TakeAway } from './facts-export.decider.js';

const about = { indicator: 'APP-05', definition: 1, part: null, from: '2026-01', to: '2026-03', kind: null, region: null, department: '30', validAt: null, knownAt: null };
const asked: TakeAway = { exportId: newId(), ...about, purpose: 'control', rows: 12, on: '2026-04-03', masked: false };
const { masked: _, ...recorded } = asked;

describe('taking facts away', () => {
  const facts = spec(factsExport);
  it('is recorded, with what was taken and why [pilotage/P-7]', () => facts.given().when(asked).then({ type: 'pilotage.FactsExported', data: recorded }));
  it('asked twice is recorded once', () => facts.given({ type: 'pilotage.FactsExported', data: recorded }).when(asked).thenNothing());
  it('is for those who answer for the territory [pilotage/A-04]', () => void facts.given().when({ ...asked, masked: true }).thenRefused('pilotage/not-your-territory'));
});
