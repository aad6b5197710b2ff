import type { PgDatabase } from '#kernel/adapters/pg-database';

interface Lists {
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly kinds: readonly string[];
  readonly reasons: readonly string[];
}
const MONTHS = 48;
/** Facts that one application leaves behind, on average. */
const PER_UNIT = 3.4;
const BATCH = 250_000;

const FILL = `
with unit as (
  select n, date '2022-01-01' + (sqrt(n / $2::float8) * ${MONTHS} * 30.4)::int as sent, 1 + floor(power(random(), 1.6) * cardinality($3::text[]))::int as place,
    ($5::text[])[1 + floor(power(random(), 1.4) * cardinality($5::text[]))::int] as kind, ($6::text[])[1 + floor(power(random(), 2) * cardinality($6::text[]))::int] as reason,
    floor(power(random(), 2) * 75)::int as delay, random() as fate
  from generate_series($1::bigint, least($1::bigint + ${BATCH}, $2::bigint) - 1) as n),
fact as (
  select unit.*, move.*, sent + after as day from unit cross join lateral (values
    ('application', 0, 1, '', null::int, true, sent, 'hiring.ApplicationSubmitted'),
    ('response', delay, 1, greatest(delay / 7 * 7, case when delay > 60 then 61 when delay > 45 then 46 when delay > 30 then 31 else 0 end)::text, delay, fate < 0.9, sent, 'hiring.ApplicationAccepted'),
    ('refused', delay, 1, reason, null, fate between 0.35 and 0.9, sent, 'hiring.ApplicationRefused'),
    ('refused', delay + 20, -1, reason, null, fate between 0.35 and 0.38, sent, 'hiring.ApplicationAccepted'),
    ('accepted', delay, 1, '', null, fate < 0.35, sent, 'hiring.ApplicationAccepted'),
    ('accepted', delay + 30, -1, '', null, fate < 0.02, sent, 'hiring.HireCancelled'),
    ('hire', delay, 1, '', null, fate < 0.38, sent + delay, 'hiring.ApplicationAccepted'),
    ('self_prescribed', delay, 1, '', null, fate < 0.1, sent + delay, 'hiring.ApplicationAccepted'),
    ('in_pass', delay, 1, '', null, fate between 0.1 and 0.2, sent + delay, 'hiring.ApplicationAccepted'),
    ('pass', delay, 1, '', null, fate between 0.2 and 0.35 or fate < 0.1, sent + delay + 9, 'hiring.ApplicationAccepted')
  ) as move (measure, after, sign, detail, delay_days, happens, counted, type) where happens)
insert into read.pilotage_fact (id, unit, position, recorded, measure, definition, sign, day, month, kind, department, region, sender, detail, delay_days, amount, type, stream)
select 'application:' || n || ':' || row_number() over (), 'application:' || n, 1 + row_number() over (order by day) + 12 * n, extract(epoch from day)::bigint * 1000, measure, 1, sign, day,
  extract(year from counted)::int * 100 + extract(month from counted)::int, kind, ($3::text[])[place], ($4::text[])[place], 'prescriber', detail, delay_days, 0, type, 'application-' || n
from fact`;

/** Facts of a country that sends more applications every year, with the indexes of the real table. */
export async function fillFacts(database: PgDatabase, count: number, { departments, regions, kinds, reasons }: Lists): Promise<void> {
  const units = Math.round(count / PER_UNIT);
  const indexes = await database.rows<{ name: string; definition: string }>(`select indexname as name, indexdef as definition from pg_indexes where schemaname = 'read' and indexname like 'pilotage\\_fact\\_%' and indexname not like '%\\_pkey'`);
  await database.script(indexes.map(({ name }) => `drop index read.${name};`).join(''));
  for (let from = 0; from < units; from += BATCH) await database.run(FILL, [from, units, departments, regions, kinds, reasons]);
  await database.script(indexes.map(({ definition }) => `${definition};`).join(''));
  await database.script('vacuum (analyze) read.pilotage_fact');
}
