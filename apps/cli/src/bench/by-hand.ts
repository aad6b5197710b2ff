import { EARTH_RADIUS_KM } from '#reference';

/** One statement, as somebody who only had to answer this question would write it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Kilometres from a row to a point. */
export const km = (row: string, lat: string, lon: string) =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(${row}.lat - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(${row}.lat)) * power(sin(radians(${row}.lon - ${lon}) / 2), 2))))`;
