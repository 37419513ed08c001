-- title: What became of every input record
-- grain: one row per source, disposition and reason
select source, disposition, reason, record_count
from marts.ledger_flow
order by source, disposition, record_count desc, reason
