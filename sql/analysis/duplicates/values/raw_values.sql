with listed_values as (
  unpivot (
    select records.record, columns('^f[0-9]+$')
    from linkage.source
    join linkage.records on records.source_row = source.rowid
  )
  on columns(* exclude (record)) into name field_column value items
)
select record, substr(field_column, 2)::integer as field, unnest(items) as raw
from listed_values
