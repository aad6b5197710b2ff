import { type Point, boxAround, distanceKm } from '../distance.js';
import type { Commune } from './commune.js';
import { Names } from './names.js';
import { officialPointsFile, readOfficialPoints } from './official-points.js';
import { placeKey, readCommunes, readGeoNames } from './packages.js';
import { placed } from './placing.js';
import { searchKey } from './text.js';

export type { Commune } from './commune.js';

/** Every current commune, most populated first, with what searching needs. */
class Gazetteer {
  readonly communes: readonly Commune[];
  readonly names: Names;
  readonly byInsee: ReadonlyMap<string, Commune>;
  readonly byName: ReadonlyMap<string, Commune>;

  constructor(communes: readonly Commune[]) {
    this.communes = [...communes].sort((a, b) => b.population - a.population || (a.insee < b.insee ? -1 : 1));
    this.names = new Names(this.communes.map(({ name }) => searchKey(name)));
    this.byInsee = new Map(this.communes.map((commune) => [commune.insee, commune]));
    this.byName = new Map(this.communes.map((commune, index) => [`${commune.department} ${this.names.keys[index]}`, commune]));
  }
}

let gazetteer: Gazetteer | undefined;

const load = (): Gazetteer => {
  const official = readOfficialPoints(officialPointsFile());
  const named = official ? null : readGeoNames();
  return new Gazetteer(placed(readCommunes(), (commune) => official?.get(commune.insee) ?? named?.get(placeKey(commune.department, commune.name))));
};
const all = (): Gazetteer => (gazetteer ??= load());

/** Reads the files again at the next question: after `npm run reference -- update`. */
export const forgetCommunes = (): void => {
  gazetteer = undefined;
};

/** Reads the files now rather than at the first question (about half a second). */
export const loadCommunes = (): number => all().communes.length;

export const communes = (): readonly Commune[] => all().communes;
/** Their names, in the same order. */
export const communeNames = (): Names => all().names;
export const commune = (insee: string): Commune | null => all().byInsee.get(insee) ?? null;

/** The commune of an address: by post code and name, else the only or most populated one of the post code. */
export const communeOfAddress = (postCode: string, city: string, department: string): Commune | null => {
  const key = searchKey(city).replace(/ cedex.*$/, '');
  const named = all().byName.get(`${department} ${key}`);
  if (named) return named;
  return all().communes.find(({ postCodes }) => postCodes.includes(postCode)) ?? null;
};

/** Communes whose postal code begins with the digits; else whose name is, begins with, has a word that begins with, or is like the text; the most populated first among equals. */
export const findCommunes = (search: string, limit = 10): readonly Commune[] => {
  const text = searchKey(search);
  if (!text) return [];
  const { communes: list, names } = all();
  if (/^\d+$/.test(text)) return first(list, limit, ({ postCodes }) => postCodes.some((code) => code.startsWith(text)));
  return names.find(text, limit).map(({ at }) => list[at]!);
};

const first = (list: readonly Commune[], limit: number, wanted: (commune: Commune) => boolean): Commune[] => {
  const found: Commune[] = [];
  for (let index = 0; index < list.length && found.length < limit; index++) if (wanted(list[index]!)) found.push(list[index]!);
  return found;
};

/** Communes within `km` of a point, nearest first. */
export const communesAround = (point: Point, km: number): readonly (Commune & { readonly distanceKm: number })[] => {
  const box = boxAround(point, km);
  return all()
    .communes.filter(({ lat, lon }) => lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east)
    .map((commune) => ({ ...commune, distanceKm: distanceKm(point, commune) }))
    .filter((commune) => commune.distanceKm <= km)
    .sort((a, b) => a.distanceKm - b.distanceKm);
};
