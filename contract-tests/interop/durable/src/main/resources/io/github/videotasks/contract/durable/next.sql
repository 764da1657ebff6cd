-- A next version of the tables of durable waits, for the proof of upgrades: what a later release may add.

alter table video_tasks.wait add column if not exists priority smallint not null default 0;

create index if not exists wait_started on video_tasks.wait (started_at);

alter table video_tasks.finished add column if not exists written_by text;

alter table video_tasks.outbox add column if not exists written_by text;

alter table video_tasks.pace add column if not exists written_by text;

alter table video_tasks.node add column if not exists written_by text;

-- What a next version of db-scheduler may need.
alter table video_tasks.bucket_execution add column if not exists state text;

insert into video_tasks.schema_version (version) values (NEXT_VERSION) on conflict do nothing;
