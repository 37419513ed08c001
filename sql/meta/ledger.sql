-- grain: one row per input record
select record_id, source, file, position, line, sha256, disposition, organization_id, reason
from conformed.dispositions
order by record_id
