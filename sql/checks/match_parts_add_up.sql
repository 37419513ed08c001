-- severity: error
-- table: analysis.match_pairs
-- because: The waterfall of a pair shows the prior and the parts; they must add up to the weight that decided.
select id_a, id_b, weight, prior.value + list_sum(parts) as sum_of_parts
from analysis.match_pairs
cross join (select value from analysis.match_numbers where name = 'prior') as prior
where abs(weight - prior.value - list_sum(parts)) > 0.001
order by id_a, id_b
