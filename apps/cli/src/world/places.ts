import { type Commune, communes } from '#reference';
import type { Location } from '#organisations';
import { type Random, Urn } from './random.js';

/** Where things happen: communes drawn by population, with an address that does not exist. */
export class Places {
  readonly population: number;
  readonly #communes: Urn<Commune>;

  constructor(departments: readonly string[]) {
    const inside = communes().filter(({ department, population, postCodes }) => departments.includes(department) && population > 0 && postCodes.length > 0);
    this.population = inside.reduce((sum, { population }) => sum + population, 0);
    this.#communes = new Urn(inside, ({ population }) => population);
  }

  commune(random: Random): Commune {
    return this.#communes.draw(random);
  }

  /** Around the middle of the commune, further in a larger one. */
  location(random: Random, commune: Commune = this.commune(random)): Location & { readonly insee: string } {
    const spread = Math.min(0.04, 0.004 + Math.sqrt(commune.population) / 20_000);
    const shifted = (degrees: number) => Math.round((degrees + (random.next() - 0.5) * spread) * 1e5) / 1e5;
    return {
      address: `${random.between(1, 90)} rue des Mirages`,
      postCode: random.pick(commune.postCodes),
      city: commune.name,
      insee: commune.insee,
      department: commune.department,
      lat: shifted(commune.lat),
      lon: shifted(commune.lon),
    };
  }
}
