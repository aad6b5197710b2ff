import type { Spot } from './france-drawing';

/** The part of the drawing that is shown, and what a length of the whole drawing becomes in it. */
export interface Frame extends Spot {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}
const [WIDTH, HEIGHT] = [613, 585];
/** A fifth of the country at the closest: the lines around say where it is. */
const CLOSEST = 0.2;
const MARGIN = 40;

/** Where a length starts so that it holds the middle and stays on the drawing. */
const start = (middle: number, length: number, whole: number): number => Math.min(Math.max(0, middle - length / 2), whole - length);

/** Around these spots, in the proportions of the drawing; all of it when there is none. */
export const frameOf = (spots: readonly Spot[]): Frame => {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const wanted = spots.length ? Math.max((right - left + 2 * MARGIN) / WIDTH, (bottom - top + 2 * MARGIN) / HEIGHT) : 1;
  const zoom = Math.min(1, Math.max(CLOSEST, wanted));
  const [width, height] = [WIDTH * zoom, HEIGHT * zoom];
  return spots.length && zoom < 1 ? { x: start((left + right) / 2, width, WIDTH), y: start((top + bottom) / 2, height, HEIGHT), width, height, zoom } : { x: 0, y: 0, width: WIDTH, height: HEIGHT, zoom: 1 };
};

export const holdsSpot = ({ x, y, width, height }: Frame, spot: Spot, margin: number): boolean =>
  spot.x >= x + margin && spot.y >= y + margin && spot.x <= x + width - margin && spot.y <= y + height - margin;
