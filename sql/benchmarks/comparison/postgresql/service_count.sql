select cast(count(*) as integer) as organization_count
from main.organizations
where services @> to_jsonb(cast($service as text))
