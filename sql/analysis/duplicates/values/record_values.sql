select distinct raw_values.record, raw_values.field, "values".value_id
from linkage.raw_values
join linkage.plain_values using (field, raw)
join linkage."values" using (field, plain)
