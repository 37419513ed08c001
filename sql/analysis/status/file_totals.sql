-- grain: one row per source file
select
  meta.source_files.file,
  meta.source_files.source,
  meta.source_files.read_count as read,
  (count(*) filter (where meta.ledger.disposition = 'loaded'))::integer as loaded,
  (count(*) filter (where meta.ledger.disposition = 'merged'))::integer as merged,
  (count(*) filter (where meta.ledger.disposition = 'quarantined'))::integer as quarantined
from meta.source_files
left join meta.ledger using (file)
group by meta.source_files.file, meta.source_files.source, meta.source_files.read_count
order by meta.source_files.file
