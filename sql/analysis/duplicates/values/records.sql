-- reads: linkage.source, one row per input record with a list of values per mapped field
-- Neighbours get numbers close to each other, so that what is compared lies close together in memory.
select
  (row_number() over (order by source.dataset, source.vicinity, source.record_id) - 1)::integer as record,
  source.*
from linkage.source
