-- because: pairs that may be one place, between records that coverage counts, numbered from 0; what a person decided is certain
with counted as (
  select id, (row_number() over (order by id) - 1)::integer as number
  from main.organizations
  where scope <> 'national' and not is_synthetic
)
select
  first_record.number as a,
  second_record.number as b,
  case decision when 'same' then 1 when 'different' then 0 else probability end as probability
from analysis.match_pairs
join counted as first_record on first_record.id = id_a
join counted as second_record on second_record.id = id_b
order by a, b
