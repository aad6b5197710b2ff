import type { Point } from '../distance.js';

export interface Commune extends Point {
  readonly insee: string;
  readonly name: string;
  readonly postCodes: readonly string[];
  readonly population: number;
  readonly department: string;
  readonly region: string;
  /** SIREN of its EPCI; null for the few islands and territories without. */
  readonly epci: string | null;
  /** The point was taken from its neighbours: a few kilometres off. */
  readonly approximate: boolean;
}

/** A commune before it has a point. */
export type BareCommune = Omit<Commune, 'lat' | 'lon' | 'approximate'>;
