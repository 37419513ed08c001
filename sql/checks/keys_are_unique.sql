-- severity: error
-- table: analysis.sites
-- because: These tables have no primary key, which would take more room than they do; a repeated key would count one place twice.
with keys as (
  select 'analysis.sites' as table_name, site_id as key from analysis.sites
  union all
  select 'analysis.site_members', organization_id from analysis.site_members
  union all
  select 'analysis.site_fields', site_id || ' ' || field from analysis.site_fields
  union all
  select 'reference.zip_codes', zip from reference.zip_codes
)
select table_name, key, count(*)::integer as row_count
from keys
group by table_name, key
having count(*) > 1
order by table_name, key
