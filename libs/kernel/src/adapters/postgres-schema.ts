/**
 * The log in PostgreSQL. `json`, not `jsonb`: quicker to write, smaller, and the text comes back byte for byte, which the hash chain needs.
 * Both functions take one lock until commit, so that commit order is position order and a reader never has to wait for a gap;
 * appenders write in batches, which makes that lock cheap. Both refuse to record an event earlier than the last one.
 */
export const EVENT_STORE_SCHEMA = `
create schema if not exists es;

create table if not exists es.events (
  position bigint generated always as identity primary key,
  recorded bigint not null,
  id uuid not null,
  revision int not null,
  version smallint not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  data json not null,
  meta json not null
);
create unique index if not exists events_stream on es.events (stream, revision);
comment on column es.events.recorded is 'epoch milliseconds, never decreasing with position';

-- Position of the event, or null when it was refused: append_batch then says why. One statement and a bare expression, for this is what one append alone waits for.
-- p_after is the last position its writer had written when it stamped: if none was drawn since, the stamp cannot be too early and the last event need not be looked at.
drop function if exists es.append_one(text, int, bigint, uuid, text, int, json, json);
create or replace function es.append_one(p_after bigint, p_stream text, p_expected int, p_recorded bigint, p_id uuid, p_type text, p_version int, p_data json, p_meta json) returns bigint language plpgsql as $$
declare
  written bigint;
begin
  if pg_advisory_xact_lock(4711) is null then null; end if;
  insert into es.events (recorded, id, revision, version, stream, type, data, meta)
  select p_recorded, p_id, p_expected + 1, p_version, p_stream, p_type, p_data, p_meta
  where p_expected = coalesce((select e.revision from es.events e where e.stream = p_stream order by e.revision desc limit 1), -1)
    and (pg_sequence_last_value('es.events_position_seq') = p_after or p_recorded >= coalesce((select e.recorded from es.events e order by e.position desc limit 1), 0))
  returning position into written;
  return written;
end $$;

create or replace function es.append_batch(p_recorded bigint, p_appends json)
returns table (r_index int, r_position bigint, r_revision int, r_recorded bigint) language plpgsql as $$
declare
  latest bigint;
begin
  perform pg_advisory_xact_lock(4711);
  select recorded into latest from es.events order by position desc limit 1;
  if p_recorded < latest then
    return query select 0, null::bigint, null::int, latest;
    return;
  end if;
  return query
  with appends as materialized (
    select a.n::int as n, a.s, a.x, a.e, coalesce((select v.revision from es.events v where v.stream = a.s order by v.revision desc limit 1), -1) as present
    from rows from (json_to_recordset(p_appends) as (s text, x int, e json)) with ordinality a (s, x, e, n)
  ), written as (
    insert into es.events (recorded, id, revision, version, stream, type, data, meta)
    select p_recorded, ev.i, a.present + ev.n::int, ev.v, a.s, ev.t, ev.d, ev.m
    from appends a, lateral rows from (json_to_recordset(a.e) as (i uuid, t text, v int, d json, m json)) with ordinality ev (i, t, v, d, m, n)
    where a.x = a.present
    order by a.n, ev.n
    returning events.stream, events.position
  )
  select a.n, max(w.position), a.present, p_recorded from appends a left join written w on w.stream = a.s group by a.n, a.present;
end $$;
`;
