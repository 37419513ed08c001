-- reads: linkage.source, one row per input record with a list of values per mapped field; all but the values is kept
-- Neighbours get numbers close to each other, so that what is compared lies close together in memory.
select
  (row_number() over (order by source.dataset, source.vicinity, source.record_id) - 1)::integer as record,
  source.rowid as source_row,
  columns(name -> not regexp_full_match(name, 'f[0-9]+|vicinity'))
from linkage.source
