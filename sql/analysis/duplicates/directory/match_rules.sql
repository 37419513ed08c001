-- grain: one row per blocking rule
select
  rule,
  (count(*) filter (where pairs.rules & number > 0))::integer as pair_count,
  (count(*) filter (where pairs.rules = number))::integer as only_count,
  (count(*) filter (where pairs.rules & number > 0 and x.label = y.label))::integer as joined_count
from linkage.pairs
join linkage.clusters as x on x.record = pairs.a
join linkage.clusters as y on y.record = pairs.b
cross join linkage.rules
group by rule, number
order by number
