-- grain: one row per record, in the order in which neighbours are compared in blocks that no refiner divides far enough
select record
from linkage.records
left join linkage.sort_texts using (record)
order by coalesce(sort_text, ''), record
