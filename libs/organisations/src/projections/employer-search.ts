import { Injectable } from '@nestjs/common';
import { addDays, Clock, Database, type Id } from '#kernel';
import { boxAround, type Commune, EARTH_RADIUS_KM, searchKey } from '#reference';
import type { JobCard } from '../contract.js';
import { OrganisationsReader } from './organisations.queries.js';
import { WINDOW_DAYS } from './recent-applications.js';

export const PAGE_SIZE = 10;

export interface EmployerQuestion {
  readonly place: Commune;
  readonly distance: number;
  /** Empty: all kinds. */
  readonly kinds: readonly string[];
  /** A ROME code, the letter of a ROME domain, or words of a job's title or ROME label. */
  readonly job: string | null;
  readonly page: number;
}
export interface EmployerFound {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly postCode: string;
  readonly department: string;
  readonly distanceKm: number;
  readonly hiring: boolean;
  readonly hasMembers: boolean;
  readonly jobs: readonly JobCard[];
}
export interface EmployersFound {
  readonly total: number;
  readonly items: readonly EmployerFound[];
}

const HAVERSINE = `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(c.lat - $1) / 2), 2) + cos(radians($1)) * cos(radians(c.lat)) * power(sin(radians(c.lon - $2) / 2), 2))))`;
const CODE = /^[A-N](\d{4})?$/;
/** Two texts and not one with a choice in it: the choice would be made again for every job. */
const withJob = (job: string) => `and not c.blocked and exists (select from read.organisations_job j where j.company_id = c.id and j.open
  and ${CODE.test(job) ? `j.rome like $9 || '%'` : 'strpos(j.words, $9) > 0'})`;

/** Everything that answers the question; the box is only there to let the index do most of the work. */
const hits = (job: string | null) => `hits as (
  select c.*, ${HAVERSINE} as distance, not c.blocked and (c.open_jobs > 0 or c.spontaneous_open) as hiring
    from read.organisations_company c
   where point(c.lon, c.lat) <@ box(point($3, $4), point($5, $6)) and c.kind not in ('EA', 'EATT') and (cardinality($7::text[]) = 0 or c.kind = any($7)) ${job ? withJob(job) : ''})`;

/** A code is compared as it is, words as the read model keeps them. */
const comparable = (job: string) => (CODE.test(job) ? job : searchKey(job));

@Injectable()
export class EmployerSearch {
  constructor(
    private readonly database: Database,
    private readonly reader: OrganisationsReader,
    private readonly clock: Clock,
  ) {}

  async find({ place, distance, kinds, job, page }: EmployerQuestion): Promise<EmployersFound> {
    const box = boxAround(place, distance);
    const asked = [place.lat, place.lon, box.west, box.south, box.east, box.north, kinds, distance, ...(job ? [comparable(job)] : [])];
    const rows = await this.#page(asked, job, page);
    // A page beyond the last has no row to say how many there are.
    const total = rows[0]?.total ?? (page === 1 ? 0 : await this.#count(asked, job));
    const jobs = await this.reader.jobsOf(rows.filter(({ hasMembers, blocked }) => hasMembers && !blocked).map(({ id }) => id), { onlyOpen: true });
    return {
      total,
      items: rows.map(({ blocked: _, total: __, ...row }) => ({ ...row, jobs: jobs.get(row.id) ?? [] })),
    };
  }

  async #count(asked: readonly unknown[], job: string | null): Promise<number> {
    return (await this.database.one<{ total: number }>(`with ${hits(job)} select count(*)::int as total from hits where distance <= $8`, asked))!.total;
  }

  #page(asked: readonly unknown[], job: string | null, page: number) {
    const n = asked.length;
    return this.database.rows<Omit<EmployerFound, 'jobs'> & { blocked: boolean; total: number }>(
      `with ${hits(job)}, scored as (
         select hits.*, (select coalesce(sum(r.value::int), 0) from jsonb_each_text(recent) r where r.key > $${n + 1})::float
                        / greatest(1, open_jobs + case when spontaneous_open and not blocked then 1 else 0 end) as score
           from hits where distance <= $8)
       select id, name, kind, city, post_code as "postCode", department, distance as "distanceKm", hiring, members > 0 as "hasMembers", blocked, count(*) over ()::int as total
         from scored order by members > 0 desc, hiring desc, score, id limit ${PAGE_SIZE} offset $${n + 2}`,
      [...asked, addDays(this.clock.today(), -WINDOW_DAYS), (page - 1) * PAGE_SIZE],
    );
  }
}
