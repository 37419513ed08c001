-- grain: one row per source, disposition and reason, where record numbers in reasons are left out
-- unit: records
-- source: the ledger of input records
select
  source,
  disposition,
  trim(regexp_replace(coalesce(reason, ''), '\b(record|id) \S+', '\1 …')) as reason,
  count(*)::integer as record_count
from meta.ledger
group by all
order by source, disposition, record_count desc, reason
