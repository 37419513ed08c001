-- grain: one row per record with a value, from $from to below $to
select record, array_to_string(min_by(plain, field::bigint * 4294967296 + value_id, 4), ' ') as sort_text
from linkage.record_values
join linkage."values" using (field, value_id)
where record >= $from and record < $to
group by record
