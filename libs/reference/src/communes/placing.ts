import type { Point } from '../distance.js';
import type { BareCommune, Commune } from './commune.js';

class Mean {
  #lat = 0;
  #lon = 0;
  #count = 0;
  add({ lat, lon }: Point): void {
    this.#lat += lat;
    this.#lon += lon;
    this.#count++;
  }
  get point(): Point {
    return { lat: round(this.#lat / this.#count), lon: round(this.#lon / this.#count) };
  }
}
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

const FRANCE: Point = { lat: 46.6, lon: 2.4 };

/** Gives every commune a point: its own when known, else the middle of those that share a postal code, else its EPCI's, else its département's. */
export const placed = (communes: readonly BareCommune[], pointOf: (commune: BareCommune) => Point | undefined): readonly Commune[] => {
  const around = new Map<string, Mean>();
  const areasOf = (commune: BareCommune) => [...commune.postCodes.map((code) => `post ${code}`), ...(commune.epci ? [`epci ${commune.epci}`] : []), `department ${commune.department}`];
  const known = communes.map(pointOf);
  communes.forEach((commune, index) => {
    const point = known[index];
    if (!point) return;
    for (const area of areasOf(commune)) {
      const mean = around.get(area) ?? new Mean();
      if (!around.has(area)) around.set(area, mean);
      mean.add(point);
    }
  });
  return communes.map((commune, index) => {
    const own = known[index];
    const area = own ? undefined : areasOf(commune).find((candidate) => around.has(candidate));
    const { lat, lon } = own ?? (area ? around.get(area)!.point : FRANCE);
    return { ...commune, lat, lon, approximate: !own };
  });
};
