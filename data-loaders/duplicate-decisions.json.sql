-- title: Decisions of a person and what became of them
-- grain: one row per decision of a person
select id_a, id_b, answer, status, organization_a, organization_b, weight
from marts.duplicate_decisions
order by id_a, id_b
