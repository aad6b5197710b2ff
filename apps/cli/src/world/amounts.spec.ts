import { describe, expect, it } from '@jest/globals';
import { amountsOf } from './amounts.js';
import { NATION } from './proportions.js';

const SIAE = ['ACI', 'AI', 'EI', 'ETTI', 'EITI'];
const sum = (amounts: Readonly<Record<string, number>>, kinds = Object.keys(amounts)) => kinds.reduce((total, kind) => total + (amounts[kind] ?? 0), 0);
const about = (count: number) => ({ least: count * 0.99, most: count * 1.01 });

describe('A world of the size of the country', () => {
  const { companies, suppliers, prescribers, applications } = amountsOf('nation', NATION.population);

  it.each([
    ['inclusive employers', sum(companies, SIAE), about(4500)],
    ['organisations of prescribers', sum(prescribers), about(9750)],
    ['suppliers, employers that sell among them', sum(suppliers) + sum(companies, [...SIAE, 'GEIQ']), about(9000)],
    ['applications in a year', applications, about(700_000)],
  ])('has as many %s as the country', (_what, count, { least, most }) => {
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });
});
