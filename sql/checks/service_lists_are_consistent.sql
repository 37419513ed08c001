-- severity: error
-- table: main.organizations
-- because: The list of services in an organization's row and its rows in organization_services must tell the same, or two reports disagree.
-- Numbers in the order of the names stand for them until each list is sorted.
with numbered as (
  select id as service_id, service_name, row_number() over (order by service_name)::integer as number
  from main.services
  where kind = 'service'
), gathered as (
  select main.organization_services.organization_id as id, list_sort(list(numbered.number)) as numbers
  from main.organization_services
  join numbered using (service_id)
  group by main.organization_services.organization_id
), words as (
  select list(service_name order by service_name) as names
  from numbered
), compared as (
  select
    main.organizations.id,
    main.organizations.services as listed,
    coalesce(list_select(words.names, gathered.numbers), []) as related
  from main.organizations
  left join gathered using (id)
  cross join words
)
select id, listed, related
from compared
where listed is distinct from related
