-- grain: one row per decision of a person
-- unit: bits of match weight
-- source: reference.review_decisions
select id_a, id_b, answer, status, organization_a, organization_b, weight
from analysis.decisions
order by id_a, id_b
