import { addDays, type Day } from '#kernel';
import { boxAround, searchKey } from '#reference';
import type { EmployerQuestion } from '../../../../libs/organisations/src/projections/employer-search.js';
import { WINDOW_DAYS } from '../../../../libs/organisations/src/projections/recent-applications.js';
import { km, type Statement } from './by-hand.js';

/** Page, total and open jobs of employers around a place in one round trip. */
export function employersByHand({ place, distance, kinds, job, page }: EmployerQuestion, today: Day): Statement {
  const box = boxAround(place, distance);
  const values: unknown[] = [place.lat, place.lon, box.west, box.south, box.east, box.north, distance, addDays(today, -WINDOW_DAYS), (page - 1) * 10];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const ofKind = kinds.length > 0 ? ` and c.kind = any(${bind(kinds)}::text[])` : '';
  const word = job && (/^[A-N](\d{4})?$/.test(job) ? `j.rome like ${bind(`${job}%`)}` : `strpos(j.words, ${bind(searchKey(job))}) > 0`);
  const doing = word ? ` and not c.blocked and exists (select from read.organisations_job j where j.company_id = c.id and j.open and ${word})` : '';
  return {
    name: `employers-${ofKind && 'kinds'}-${word ? (word.includes('rome') ? 'rome' : 'words') : ''}`,
    text: `select page.*, (select json_agg(j) from read.organisations_job j where j.company_id = page.id and j.open) as jobs from (
      select c.id, c.name, c.kind, c.city, c.post_code, c.department, c.distance, c.members > 0 as members, c.hiring, count(*) over () as total from (
        select c.*, ${km('c', '$1', '$2')} as distance, not c.blocked and (c.open_jobs > 0 or c.spontaneous_open) as hiring from read.organisations_company c
         where point(c.lon, c.lat) <@ box(point($3, $4), point($5, $6)) and c.kind not in ('EA', 'EATT')${ofKind}${doing}) c
       where distance <= $7
       order by c.members > 0 desc, hiring desc, (select coalesce(sum(r.value::int), 0) from jsonb_each_text(c.recent) r where r.key > $8)::float / greatest(1, c.open_jobs + (c.spontaneous_open and not c.blocked)::int), c.id
       limit 10 offset $9) page`,
    values,
  };
}
