import { onDrawing, type Spot } from './france-drawing';
import { type Frame, frameOf, holdsSpot } from './map-frame';

/** A line of a list, with where it is when that is known. */
export interface MapPoint {
  readonly name: string;
  /** The id of its line in the page. */
  readonly fragment: string;
  readonly department: string;
  readonly lat: number | null | undefined;
  readonly lon: number | null | undefined;
}
export interface Mark extends Spot {
  readonly name: string;
  readonly fragment: string;
}
export interface Marks {
  readonly frame: Frame;
  readonly mainland: readonly Mark[];
  /** A tile for each place overseas that has a point. */
  readonly tiles: readonly { readonly code: string; readonly marks: readonly Mark[] }[];
  /** How many lines have no point. */
  readonly missing: number;
}

/** Of a mark, on the whole drawing. */
export const RADIUS = 8;
export const TILE = { width: 52, height: 22 } as const;
const GOLDEN_ANGLE = 2.4;

const named = ({ name, fragment }: MapPoint, { x, y }: Spot): Mark => ({ name, fragment, x, y });

/** The free spot nearest to the wanted one: those of one town stand side by side, along a spiral, rather than one over the other. */
const apart = (frame: Frame, taken: readonly Spot[], wanted: Spot): Spot => {
  const mark = RADIUS * frame.zoom;
  const gap = 2.2 * mark;
  for (let n = 0; ; n++) {
    const [radius, angle] = [(gap / 2) * Math.sqrt(n), n * GOLDEN_ANGLE];
    const spot = { x: wanted.x + radius * Math.cos(angle), y: wanted.y + radius * Math.sin(angle) };
    if (holdsSpot(frame, spot, mark) && taken.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= gap)) return spot;
  }
};

const located = (point: MapPoint): point is MapPoint & { readonly lat: number; readonly lon: number } => typeof point.lat === 'number' && typeof point.lon === 'number';
const overseas = ({ department }: MapPoint): boolean => department.length > 2;

/** Those overseas are in the tile of their place, side by side in the order of the list. */
const tiled = (points: readonly MapPoint[]): readonly Mark[] => points.map((point, nth) => named(point, { x: (TILE.width * (nth + 1)) / (points.length + 1), y: TILE.height / 2 }));

export const marksOf = (points: readonly MapPoint[]): Marks => {
  const known = points.filter(located);
  const mainland: Mark[] = [];
  const near = known.filter((point) => !overseas(point));
  const frame = frameOf(near.map(onDrawing));
  for (const point of near) mainland.push(named(point, apart(frame, mainland, onDrawing(point))));
  const far = known.filter(overseas);
  const tiles = [...new Set(far.map(({ department }) => department))].sort().map((code) => ({ code, marks: tiled(far.filter(({ department }) => department === code)) }));
  return { frame, mainland, tiles, missing: points.length - known.length };
};
