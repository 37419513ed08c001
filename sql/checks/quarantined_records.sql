-- severity: warning
-- table: meta.ledger
-- because: These records could not be loaded; mend them at the source. Their originals are in the records archive.
select source, file, position, line, reason
from meta.ledger
where disposition = 'quarantined'
order by record_id
