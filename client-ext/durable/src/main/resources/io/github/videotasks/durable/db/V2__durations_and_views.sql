-- Version 2: the durations of succeeded tasks, from which all nodes learn, and the views for operators.
-- It only adds, so nodes of version 1 continue while it runs and afterwards.

alter table video_tasks.finished add column if not exists seconds real;

create or replace view video_tasks.overview as
select
  (select count(*) from video_tasks.wait) as waits,
  late.due,
  late.late_p99_seconds,
  (select count(*) from video_tasks.bucket_execution where picked) as running_buckets,
  (select count(*) from video_tasks.outbox) as outbox_depth,
  (select count(*) from video_tasks.finished) as finished,
  (select count(*) from video_tasks.node where seen_at > clock_timestamp() - interval '5 seconds') as nodes
from (
  select
    count(*) as due,
    coalesce(
      percentile_cont(0.99) within group (order by extract(epoch from clock_timestamp() - due_at)::double precision),
      0) as late_p99_seconds
  from video_tasks.wait
  where due_at <= clock_timestamp()
) late;

create or replace view video_tasks.buckets_by_node as
select coalesce(picked_by, '') as node, count(*) as buckets, min(last_heartbeat) as oldest_heartbeat
from video_tasks.bucket_execution
where picked
group by 1;

create or replace view video_tasks.gateway_pace as
select
  gateway,
  case when interval_us = 0 then null else 1e6 / interval_us end as requests_per_second,
  greatest(paused_until - clock_timestamp(), interval '0') as paused_for,
  slowdowns
from video_tasks.pace;

insert into video_tasks.schema_version (version) values (2) on conflict do nothing;
