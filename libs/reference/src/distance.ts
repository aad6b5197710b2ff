/** WGS 84 decimal degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the Earth used by every distance of the platform, SQL included. */
export const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine). */
export const distanceKm = (a: Point, b: Point): number => {
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
};

/** A rectangle of degrees that holds every point within `km`: cheap first filter before the exact distance. */
export const boxAround = ({ lat, lon }: Point, km: number): { readonly south: number; readonly north: number; readonly west: number; readonly east: number } => {
  const angle = km / EARTH_RADIUS_KM;
  const dLat = (angle * 180) / Math.PI;
  const poleward = Math.cos(radians(lat));
  const dLon = poleward > Math.sin(angle) ? (Math.asin(Math.sin(angle) / poleward) * 180) / Math.PI : 180;
  return { south: lat - dLat, north: lat + dLat, west: lon - dLon, east: lon + dLon };
};
