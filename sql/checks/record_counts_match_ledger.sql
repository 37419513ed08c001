-- severity: error
-- table: meta.ledger
-- because: Every record that was read must be loaded, merged or quarantined; a file whose totals do not close has lost records, so report it as a bug.
select
  meta.source_files.file,
  meta.source_files.read_count,
  count(meta.ledger.record_id)::integer as ledger_count,
  (count(*) filter (where disposition not in ('loaded', 'merged', 'quarantined')))::integer as unknown_count
from meta.source_files
left join meta.ledger using (file)
group by meta.source_files.file, meta.source_files.read_count
having count(meta.ledger.record_id) <> meta.source_files.read_count
  or count(*) filter (where disposition not in ('loaded', 'merged', 'quarantined')) > 0
