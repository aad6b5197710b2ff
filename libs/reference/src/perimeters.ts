import { commune, communeNames, communes, type Commune } from './communes/communes.js';
import { Names } from './communes/names.js';
import { searchKey } from './communes/text.js';
import { DEPARTMENTS, departmentOf } from './lists/departments.js';
import type { Label } from './lists/label.js';
import { REGIONS } from './lists/regions.js';

/** A place of the marketplace: never an EPCI nor the country [marche/GEO-01]. Codes are unique whatever the kind, thanks to the R of regions [marche/GEO-02]. */
export type Perimeter =
  | (Label & { readonly kind: 'region' })
  | (Label & { readonly kind: 'department'; readonly region: string })
  | (Label & { readonly kind: 'city'; readonly region: string; readonly department: string; readonly city: Commune });

/** The collectivities overseas are one region there [marche/GEO-07]. */
const OVERSEAS: Label = { code: 'R97', label: "Collectivités d'outre-mer" };
const regions: readonly Perimeter[] = [...REGIONS.filter(({ code }) => code.length === 2).map(({ code, label }) => ({ code: `R${code}`, label })), OVERSEAS].map((region) => ({ ...region, kind: 'region' }));
const regionByCode = new Map(regions.map((region) => [region.code, region]));

/** R84 for 38; null for a département that does not exist. */
export const perimeterRegionOf = (department: string): string | null => {
  const region = departmentOf(department)?.region.code;
  if (!region) return null;
  return region.length === 2 ? `R${region}` : OVERSEAS.code;
};

const departments: readonly Perimeter[] = DEPARTMENTS.map(({ code, label }) => ({ kind: 'department', code, label, region: perimeterRegionOf(code)! }));
const departmentByCode = new Map(departments.map((department) => [department.code, department]));

const cityPerimeter = (city: Commune): Perimeter => ({
  ...{ kind: 'city', code: city.insee, label: `${city.name} (${city.department})`, department: city.department, region: perimeterRegionOf(city.department) ?? '', city },
});

/** Regions, then départements. */
export const largePerimeters = (): readonly Perimeter[] => [...regions, ...departments];

export const perimeterOf = (code: string): Perimeter | null => {
  if (code.startsWith('R')) return regionByCode.get(code) ?? null;
  const department = departmentByCode.get(code);
  if (department) return department;
  const city = commune(code);
  return city && cityPerimeter(city);
};

/** « Auvergne-Rhône-Alpes (région) »: alone, five regions would read as their département [marche/GEO-04]. */
export const perimeterLabel = ({ kind, label }: Perimeter): string => (kind === 'region' ? `${label} (région)` : label);

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Digits: five are a post code anywhere in a city's list, two a département or the beginning of a city's first post code, others such a beginning [marche/GEO-05]. */
const byDigits = (digits: string): readonly Perimeter[] => {
  const wanted = ({ postCodes }: Commune) => (digits.length === 5 ? postCodes.includes(digits) : (postCodes[0]?.startsWith(digits) ?? false));
  const department = digits.length === 2 ? departmentByCode.get(digits) : undefined;
  const cities = communes().filter(wanted).sort((a, b) => ordered(a.postCodes[0]!, b.postCodes[0]!) || ordered(a.insee, b.insee));
  return [...(department ? [department] : []), ...cities.map(cityPerimeter)];
};

const large = largePerimeters();
const largeNames = new Names(large.map(({ label }) => searchKey(label)));

/** Places called so, whose name begins so, or is like the text, the best first [marche/GEO-05]; among equals regions and départements before cities, the most populated of these first. */
export const findPerimeters = (search: string, limit = 10): readonly Perimeter[] => {
  const text = searchKey(search);
  if (!text) return [];
  if (/^\d+$/.test(text)) return byDigits(text).slice(0, limit);
  const cities = communeNames().find(text, limit).map(({ at, score }) => ({ at: large.length + at, score }));
  return [...largeNames.find(text, limit), ...cities]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ at }) => large[at] ?? cityPerimeter(communes()[at - large.length]!));
};
