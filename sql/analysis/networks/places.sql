-- grain: one row per place; numbers from dense_rank stand for words, 0 for an unknown one
with members as (
  select
    place,
    organization_id,
    main.organizations.latitude,
    main.organizations.longitude,
    main.organizations.coordinate_precision <> 'exact' as is_approximate,
    main.organizations.latitude is null as is_unlocated,
    main.organizations.address_state as state,
    main.slug(main.organizations.address_city) as city,
    case main.organizations.organization_type
      when 'treatment_centers' then 'treatment ' || coalesce(main.organizations.level_of_care, '')
      else main.organizations.organization_type
    end as kind,
    main.organizations.organization_type,
    nullif(main.slug(main.organizations.operator), 'unknown') as operator
  from analysis.network_records
  join main.organizations on main.organizations.id = organization_id
), places as (
  select
    place,
    arg_min(members, (is_unlocated, is_approximate, organization_id)) as chosen,
    min(operator) as operator
  from members
  group by place
)
select
  place,
  chosen.organization_id,
  chosen.latitude,
  chosen.longitude,
  chosen.is_approximate,
  chosen.state,
  (dense_rank() over (order by chosen.kind))::integer as kind,
  (dense_rank() over (order by chosen.organization_type))::integer as organization_type,
  case when chosen.state is null then 0 else dense_rank() over (order by chosen.state nulls last) end::integer as state_number,
  case when chosen.state is null or chosen.city is null then 0
    else dense_rank() over (order by chosen.state nulls last, chosen.city nulls last) end::integer as city_number,
  case when operator is null then 0 else dense_rank() over (order by operator nulls last) end::integer as operator
from places
order by place
