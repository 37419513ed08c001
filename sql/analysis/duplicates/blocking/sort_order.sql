-- grain: one row per record of a block that no refiner divides far enough, in the order in which neighbours are compared
select record
from linkage.crowded_records
left join linkage.sort_texts using (record)
order by coalesce(sort_text, ''), record
