-- grain: one row per blocking key of two or more records; the smallest blocks are admitted until the rule's budget is spent
with sized as (
  select
    rule,
    field,
    key,
    if(
      (select max(dataset) from linkage.records) > 0,
      count(*) filter (dataset = 0) * count(*) filter (dataset = 1),
      count(*) * (count(*) - 1) / 2
    )::double as pair_count
  from linkage.keys
  group by rule, field, key
),
sizes as (
  select rule, field, pair_count, sum(pair_count) as pairs_of_size
  from sized
  where pair_count > 0
  group by rule, field, pair_count
),
spent as (
  select rule, field, pair_count, sum(pairs_of_size) over (partition by rule, field order by pair_count) as pairs_so_far
  from sizes
),
budget as (
  select greatest(
    (select value from meta.parameters where name = 'linkage_minimum_pairs'),
    (select value from meta.parameters where name = 'linkage_pairs_per_record') * (select count(*) from linkage.records)
  ) as pairs
)
select sized.key, spent.pairs_so_far <= budget.pairs as is_admitted
from sized
join spent using (rule, field, pair_count)
cross join budget
