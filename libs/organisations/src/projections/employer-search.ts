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
const WITH_JOB = `and not c.blocked and exists (select from read.organisations_job j where j.company_id = c.id and j.open
  and case when $9 ~ '^[A-N]([0-9]{4})?$' then j.rome like $9 || '%' else strpos(j.words, $9) > 0 end)`;

/** Everything that answers the question; the box is only there to let the index do most of the work. */
const hits = (job: boolean) => `hits as (
  select c.*, ${HAVERSINE} as distance, not c.blocked and (c.open_jobs > 0 or c.spontaneous_open) as hiring
    from read.organisations_company c
   where point(c.lon, c.lat) <@ box(point($3, $4), point($5, $6)) and c.kind not in ('EA', 'EATT') and (cardinality($7::text[]) = 0 or c.kind = any($7)) ${job ? WITH_JOB : ''})`;

/** A code is compared as it is, words as the read model keeps them. */
const comparable = (job: string) => (/^[A-N](\d{4})?$/.test(job) ? job : searchKey(job));

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
    const [count, rows] = await Promise.all([
      this.database.one<{ total: number }>(`with ${hits(job !== null)} select count(*)::int as total from hits where distance <= $8`, asked),
      this.#page(asked, job !== null, page),
    ]);
    const jobs = await this.reader.jobsOf(rows.filter(({ hasMembers, blocked }) => hasMembers && !blocked).map(({ id }) => id));
    return {
      total: count!.total,
      items: rows.map(({ blocked: _, ...row }) => ({ ...row, jobs: (jobs.get(row.id) ?? []).filter(({ open }) => open) })),
    };
  }

  #page(asked: readonly unknown[], job: boolean, page: number) {
    const n = asked.length;
    return this.database.rows<Omit<EmployerFound, 'jobs'> & { blocked: boolean }>(
      `with ${hits(job)}, scored as (
         select hits.*, (select coalesce(sum(r.value::int), 0) from jsonb_each_text(recent) r where r.key > $${n + 1})::float
                        / greatest(1, open_jobs + case when spontaneous_open and not blocked then 1 else 0 end) as score
           from hits where distance <= $8)
       select id, name, kind, city, post_code as "postCode", department, distance as "distanceKm", hiring, members > 0 as "hasMembers", blocked
         from scored order by members > 0 desc, hiring desc, score, id limit ${PAGE_SIZE} offset $${n + 2}`,
      [...asked, addDays(this.clock.today(), -WINDOW_DAYS), (page - 1) * PAGE_SIZE],
    );
  }
}
