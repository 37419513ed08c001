-- severity: warning
-- table: analysis.decisions
-- because: A person decided on records that have changed or gone; review the pair again or drop the decision.
select id_a, id_b, answer, status
from analysis.decisions
where status in ('changed', 'gone')
order by id_a, id_b
