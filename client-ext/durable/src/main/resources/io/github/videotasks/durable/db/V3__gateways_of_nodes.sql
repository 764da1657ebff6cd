-- Version 3: the gateways of each node, and the waits that no running node polls.
-- It only adds, so nodes of version 2 continue while it runs and afterwards.

-- Null for a node of version 2, which may have any gateway.
alter table video_tasks.node add column if not exists gateways text[];

-- Waits whose gateway was removed from all nodes. The recursion reads one index entry for each gateway.
create or replace view video_tasks.unknown_gateways as
with recursive stored as (
  (select gateway from video_tasks.wait order by gateway limit 1)
  union all
  select (select w.gateway from video_tasks.wait w where w.gateway > s.gateway order by w.gateway limit 1)
  from stored s
  where s.gateway is not null
), running as (
  select gateways from video_tasks.node where seen_at > clock_timestamp() - interval '5 seconds'
)
select s.gateway, (select count(*) from video_tasks.wait w where w.gateway = s.gateway) as waits
from stored s
where s.gateway is not null
  and exists (select 1 from running)
  and not exists (select 1 from running r where r.gateways is null or s.gateway = any(r.gateways));

insert into video_tasks.schema_version (version) values (3) on conflict do nothing;
