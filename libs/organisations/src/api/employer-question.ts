import { InvalidInput } from '#kernel';
import { COMPANY_KINDS, commune } from '#reference';
import type { EmployerQuestion } from '../projections/employer-search.js';

/** Radii people may choose, in kilometres. */
export const DISTANCES: readonly number[] = [2, 5, 10, 15, 25, 50, 100];

export interface AskedEmployers {
  readonly place: string;
  readonly distance: number | null;
  readonly kinds: readonly string[] | null;
  readonly job: string | null;
  readonly page: number | null;
}

export const DEFAULT_DISTANCE = 25;

/** @throws InvalidInput naming each field that cannot be searched by */
export const employerQuestion = ({ place, job, ...asked }: AskedEmployers): EmployerQuestion => {
  const { distance, kinds, page } = { distance: asked.distance ?? DEFAULT_DISTANCE, kinds: asked.kinds ?? [], page: asked.page ?? 1 };
  const found = commune(place);
  const problems = [
    ...(found ? [] : [{ field: 'place', code: 'organisations/unknown-place' }]),
    ...(DISTANCES.includes(distance) ? [] : [{ field: 'distance', code: 'organisations/unknown-distance', facts: { distances: DISTANCES } }]),
    ...kinds.filter((kind) => !COMPANY_KINDS.some(({ code }) => code === kind)).map(() => ({ field: 'kinds', code: 'organisations/company-kind' })),
    ...(kinds.some((kind) => kind === 'EA' || kind === 'EATT') ? [{ field: 'kinds', code: 'organisations/adapted-not-searched' }] : []),
    ...(page >= 1 && page <= 10_000 ? [] : [{ field: 'page', code: 'organisations/unknown-page' }]),
  ];
  if (!found || problems.length > 0) throw new InvalidInput(problems);
  return { place: found, distance, kinds, job: job?.trim().slice(0, 80) || null, page };
};
