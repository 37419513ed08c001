-- reads: linkage.source, one row per input record with a list of values per mapped field
select
  (row_number() over (order by source.dataset, hash(source.record_id), source.record_id) - 1)::integer as record,
  source.*
from linkage.source
