with admitted as (
  select keys.rule, keys.key, keys.record, keys.dataset
  from linkage.keys
  semi join (select key from linkage.blocks where is_admitted) as blocks on blocks.key = keys.key
)
select
  least(a.record, b.record) as a,
  greatest(a.record, b.record) as b,
  bit_or(a.rule) as rules
from admitted as a
join admitted as b on a.key = b.key and a.record < b.record
where a.dataset <> b.dataset or (select max(dataset) from linkage.records) = 0
group by all
