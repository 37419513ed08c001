-- severity: error
-- table: main.organizations
-- because: The list of services in an organization's row and its rows in organization_services must tell the same, or two reports disagree.
with related as (
  select
    main.organization_services.organization_id as id,
    list_sort(list(main.services.service_name)) as service_names
  from main.organization_services
  join main.services on main.services.id = main.organization_services.service_id
  where main.services.kind = 'service'
  group by main.organization_services.organization_id
)
select
  main.organizations.id,
  main.organizations.services as listed,
  coalesce(related.service_names, []) as related
from main.organizations
left join related using (id)
where main.organizations.services is distinct from coalesce(related.service_names, [])
