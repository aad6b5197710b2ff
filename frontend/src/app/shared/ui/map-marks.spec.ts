import { describe, expect, it } from '@jest/globals';
import { onDrawing } from './france-drawing';
import { type MapPoint, marksOf, RADIUS } from './map-marks';

const point = (fragment: string, lat: number | null, lon: number | null, department = '35'): MapPoint => ({ name: fragment, fragment, department, lat, lon });

describe('points of a list on the map', () => {
  it('leaves out, and counts, lines without coordinates [marche/SRCH-03]', () => {
    const { mainland, missing } = marksOf([point('rennes', 48.11, -1.68), point('sans', null, null), point('half', 48.1, null)]);
    expect([mainland.map(({ fragment }) => fragment), missing]).toEqual([['rennes'], 2]);
  });

  it('shows each of those of one town, in the frame', () => {
    const { frame, mainland } = marksOf(Array.from({ length: 20 }, (_, n) => point(`brest-${n}`, 48.39, -4.49, '29')));
    const radius = RADIUS * frame.zoom;
    expect([mainland.length, frame.zoom]).toEqual([20, 0.2]);
    for (const [at, a] of mainland.entries()) {
      expect(a.x - frame.x).toBeGreaterThanOrEqual(radius);
      for (const b of mainland.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius);
    }
  });

  it('keeps those of two towns where they are, in a part of the country that holds both', () => {
    const [lille, metz] = [point('lille', 50.63, 3.06, '59'), point('metz', 49.12, 6.18, '57')];
    const { frame, mainland } = marksOf([lille, metz]);
    const spots = [lille, metz].map(({ lat, lon }) => onDrawing({ lat: lat!, lon: lon! }));
    expect(mainland.map(({ x, y }) => ({ x, y }))).toEqual(spots);
    expect(frame.zoom).toBeLessThan(0.5);
    for (const { x, y } of spots) expect([x > frame.x && x < frame.x + frame.width, y > frame.y && y < frame.y + frame.height]).toEqual([true, true]);
    expect(marksOf([]).frame).toEqual({ x: 0, y: 0, width: 613, height: 585, zoom: 1 });
  });

  it('gives those overseas a tile, not a point in the sea', () => {
    const { mainland, tiles } = marksOf([point('saint-denis', -20.9, 55.45, '974'), point('cayenne', 4.93, -52.3, '973'), point('saint-paul', -21, 55.28, '974')]);
    expect([mainland, tiles.map(({ code, marks }) => [code, ...marks.map(({ fragment }) => fragment)])]).toEqual([[], [['973', 'cayenne'], ['974', 'saint-denis', 'saint-paul']]]);
  });
});
