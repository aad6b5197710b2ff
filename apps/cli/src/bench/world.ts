import type { Installation } from './installation.js';
import { atLeast, type Line } from './report.js';

/** How fast the world that the other lines are measured on was made. */
export async function benchWorld({ made: { size, events, seconds } }: Installation): Promise<readonly Line[]> {
  return [
    atLeast(`${size}, ${(events / 1e6).toFixed(2)} M events decided and sealed`, events / seconds.decided, 10_000),
    atLeast(`${size}, decided, people sealed and everything written`, events / seconds.all, 10_000),
  ];
}
