select cast(count(*) as integer) as organization_count
from main.organizations
where json_contains(services, to_json($service))
