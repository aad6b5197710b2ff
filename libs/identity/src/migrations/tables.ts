import { MigrationSet } from '#kernel';

const STATEMENTS = [
  `create table identity.person (
     id uuid primary key, kind text not null, state text not null, version int not null, sealed bytea not null, fields text not null,
     written_at timestamptz not null, by_account uuid not null, by_organisation uuid,
     created_by uuid, created_in uuid, command uuid not null)`,
  `create index person_unfinished on identity.person (written_at) where state <> 'confirmed'`,
  `create table identity.person_version (
     person uuid not null, version int not null, sealed bytea not null, fields text not null,
     written_at timestamptz not null, by_account uuid not null, by_organisation uuid, primary key (person, version))`,
  `create table identity.lookup (kind text not null, hash bytea not null, person uuid not null, primary key (person, kind, hash))`,
  `create unique index lookup_unique on identity.lookup (kind, hash) where kind in ('nir', 'email')`,
  `create index lookup_find on identity.lookup (kind, hash) where kind not in ('nir', 'email')`,
  `create table identity.free_text (
     id uuid primary key, person uuid not null, kind text not null, sealed bytea not null, written_at timestamptz not null, by_account uuid not null)`,
  `create index free_text_person on identity.free_text (person)`,
  `create unlogged table identity.person_search (id uuid primary key, kind text not null, first_name text not null, last_name text not null, sort_name text not null)`,
  `create index person_search_sort on identity.person_search (sort_name text_pattern_ops)`,
  `create unlogged table identity.person_search_mark (filled_at timestamptz not null)`,
  `insert into identity.person_search_mark values (now())`,
  `create view identity.person_name as select id, first_name, last_name, sort_name from identity.person_search`,
  `create table identity.access (
     id bigint generated always as identity primary key, read_at timestamptz not null, viewer uuid not null, organisation uuid,
     role text not null, purpose text not null, people uuid[] not null)`,
  `create index access_people on identity.access using gin (people)`,
  `create table identity.account (id uuid primary key, kind text not null, password text, opened_at timestamptz not null)`,
  `create table identity.session (
     token bytea primary key, account uuid not null, organisation uuid, opened_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null)`,
  `create index session_account on identity.session (account)`,
  `create index session_ends on identity.session (ends_at)`,
  `create table identity.demo_account (email text primary key, password text not null, label text not null, role text not null, rank int generated always as identity)`,
];

/** The vault, the accounts and their sessions. Wrapped keys live apart, see `vault/data-keys.ts`. */
export const identityTables = new MigrationSet('identity', [
  { name: 'identity-001-tables', up: STATEMENTS },
  { name: 'identity-002-text-organisation', up: [`alter table identity.free_text add column by_organisation uuid`] },
]);
