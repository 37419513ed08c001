-- title: Fields of the sources that the directory does not take
-- grain: one row per source and field
select source, field, record_count, sample
from meta.unmapped_fields
order by record_count desc, source, field
