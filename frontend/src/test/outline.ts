type Corner = readonly [x: number, y: number];

/** The closed lines of a path made of relative steps (`m`, then pairs, then `z`), as those of the départements are. */
export const outlineOf = (path: string): readonly (readonly Corner[])[] => {
  let [x, y] = [0, 0];
  return path.split('z').filter((ring) => ring.trim()).map((ring) => {
    const steps = [...ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
    const corners = steps.map(([, dx, dy]): Corner => [(x += Number(dx)), (y += Number(dy))]);
    // After a `z` the pen is back where the line began.
    [x, y] = corners[0]!;
    return corners;
  });
};

const sides = (outline: readonly (readonly Corner[])[]) => outline.flatMap((ring) => ring.map((corner, at): readonly [Corner, Corner] => [ring.at(at - 1)!, corner]));

export const holds = (outline: readonly (readonly Corner[])[], x: number, y: number): boolean =>
  sides(outline).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length % 2 === 1;

/** How far a point is from the nearest line. */
export const gapTo = (outline: readonly (readonly Corner[])[], x: number, y: number): number =>
  Math.min(...sides(outline).map(([[ax, ay], [bx, by]]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - ax - along * dx, y - ay - along * dy);
  }));
