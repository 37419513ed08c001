with ends as (
  select id, org2_id as organization_id, score from main.networks where org1_id = $id
  union all
  select id, org1_id as organization_id, score from main.networks where org2_id = $id
)
select ends.id, organizations.name, ends.score
from ends
join main.organizations on organizations.id = ends.organization_id
order by ends.score desc, ends.id
limit 20
