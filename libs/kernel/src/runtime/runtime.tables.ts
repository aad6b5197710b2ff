import { MigrationSet } from '../migrations.js';

/** What the runtime remembers between two starts. Read models live in `read`; `read_next` holds those being rebuilt. */
export const runtimeTables = new MigrationSet('runtime', [
  {
    name: 'runtime-001-readers',
    up: [
      'create schema if not exists read',
      'create schema if not exists read_next',
      `create table runtime.log_identity (only_one boolean primary key default true check (only_one), identity uuid not null)`,
      `create table runtime.checkpoint (
         name text primary key, version int not null, shape text not null, checkpoint text, position bigint not null default -1,
         updated_at timestamptz not null default now())`,
      `create table runtime.parked (
         reader text not null, key text not null, position bigint not null, event_id uuid not null, error text not null,
         later int not null default 0, since timestamptz not null, primary key (reader, key))`,
      `create table runtime.refused_command (
         policy text not null, cause uuid not null, position bigint not null, code text not null, facts jsonb not null, at timestamptz not null,
         primary key (policy, cause))`,
      `create table runtime.deadline_done (id uuid primary key, kind text not null, due timestamptz not null, outcome text not null, at timestamptz not null)`,
      `create table runtime.rebuild_request (name text primary key, at timestamptz not null default now())`,
    ],
  },
  {
    name: 'runtime-002-failed-readers',
    up: ['create table runtime.failed_reader (name text primary key, error text not null, since timestamptz not null)'],
  },
]);
