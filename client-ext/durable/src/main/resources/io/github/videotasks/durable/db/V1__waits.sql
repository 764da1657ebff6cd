-- Version 1 of the tables of durable waits. Each statement can run again, so a run that was interrupted can be repeated.

create schema if not exists video_tasks;

create table if not exists video_tasks.schema_version (
  version integer primary key,
  installed_at timestamptz not null default clock_timestamp()
);

-- One open wait. A step writes only if the epoch is still the one it read; nudges counts the requests for an early poll;
-- holder is the node with a slow poll, until its step is committed.
create table if not exists video_tasks.wait (
  gateway text not null,
  task text not null,
  bucket smallint not null,
  due_at timestamptz not null,
  epoch bigint not null,
  nudges integer not null,
  holder text,
  started_at timestamptz not null,
  policy text not null,
  snapshot text not null,
  primary key (gateway, task)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create index if not exists wait_due on video_tasks.wait (bucket, gateway, due_at);

-- Small: only the waits with slow polls.
create index if not exists wait_held on video_tasks.wait (holder) where holder is not null;

-- The ends of waits, kept for some days, so that a finished task is not watched again.
create table if not exists video_tasks.finished (
  gateway text not null,
  task text not null,
  outcome text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  polls integer not null,
  status text,
  problem text,
  primary key (gateway, task)
);

create index if not exists finished_ended on video_tasks.finished (ended_at);

-- The events that no handler has processed yet.
create table if not exists video_tasks.outbox (
  id bigint generated always as identity primary key,
  event_key text not null unique,
  gateway text not null,
  task text not null,
  outcome text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  polls integer not null,
  status text,
  problem text,
  attempts integer not null default 0,
  due_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.02);

-- The request rate of each gateway, shared by all nodes. next_at is the first free slot.
create table if not exists video_tasks.pace (
  gateway text primary key,
  next_at timestamptz not null,
  paused_until timestamptz not null,
  interval_us bigint not null,
  slowed_at timestamptz not null,
  slowdowns integer not null
) with (fillfactor = 50);

-- The nodes, to share the limit of polls in flight.
create table if not exists video_tasks.node (
  name text primary key,
  seen_at timestamptz not null
) with (fillfactor = 50);

-- The table of db-scheduler, one row for each bucket. No further index, so that updates stay within a page.
create table if not exists video_tasks.bucket_execution (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 500);

insert into video_tasks.schema_version (version) values (1) on conflict do nothing;
