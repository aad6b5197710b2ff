import { labelOf, REGIONS } from '#reference';
import { rounded } from './masking.js';

export interface RegionCount {
  readonly measure: string;
  readonly region: string;
  readonly n: number;
}
interface Totals {
  readonly applications: number;
  readonly hires: number;
  readonly passesIssued: number;
}
export interface LiveTotals extends Totals {
  readonly month: string;
  readonly regions: readonly (Totals & { readonly code: string; readonly name: string })[];
}

/** Regions in steps of five, the country as their sum: a step says that one of five things happened somewhere in a region, and not which. */
export const liveTotals = (month: string, counts: readonly RegionCount[], dither: (count: RegionCount) => number): LiveTotals => {
  const shown = counts.map((each) => ({ ...each, n: rounded(Math.max(0, each.n), dither(each)) }));
  const sum = (measure: string, region: string | null) => shown.filter((each) => each.measure === measure && (region === null || each.region === region)).reduce((total, { n }) => total + n, 0);
  const totals = (region: string | null): Totals => ({ applications: sum('application', region), hires: sum('hire', region), passesIssued: sum('pass', region) });
  // A region rounded to nought is not named: its being there would tell that something happened in it.
  const codes = [...new Set(shown.filter(({ n }) => n > 0).map(({ region }) => region))].sort();
  return { month, ...totals(null), regions: codes.map((code) => ({ code, name: labelOf(REGIONS, code) || 'Territoire inconnu', ...totals(code) })) };
};
