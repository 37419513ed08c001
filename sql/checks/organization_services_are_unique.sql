-- severity: error
-- table: main.organization_services
-- because: A repeated pair counts one provider twice.
select organization_id, service_id, count(*)::integer as row_count
from main.organization_services
group by organization_id, service_id
having count(*) > 1
