import { describe, expect, it } from '@jest/globals';
import { boxAround, distanceKm } from './distance.js';

const paris = { lat: 48.8566, lon: 2.3522 };
const lyon = { lat: 45.764, lon: 4.8357 };

describe('distance', () => {
  it('is the great circle: Paris to Lyon is about 391 km [marche/GEO-13]', () => expect(Math.round(distanceKm(paris, lyon))).toBe(391));
  it('is zero to itself and the same both ways', () => {
    expect(distanceKm(paris, paris)).toBe(0);
    expect(distanceKm(paris, lyon)).toBeCloseTo(distanceKm(lyon, paris), 9);
  });
  it('never exceeds the radius outside of the box around a point', () => {
    for (const km of [2, 25, 100])
      for (let angle = 0; angle < 360; angle += 5) {
        const box = boxAround(paris, km);
        const point = { lat: paris.lat + (km / 111.3) * Math.sin((angle * Math.PI) / 180), lon: paris.lon + (km / (111.3 * Math.cos((paris.lat * Math.PI) / 180))) * Math.cos((angle * Math.PI) / 180) };
        if (distanceKm(paris, point) <= km) expect(point.lat >= box.south && point.lat <= box.north && point.lon >= box.west && point.lon <= box.east).toBe(true);
      }
  });
});
