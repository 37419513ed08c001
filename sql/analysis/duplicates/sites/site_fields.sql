-- grain: one row per site of several records and field that any of them has
with members as (
  select
    site_members.site_id,
    organizations.*,
    (address_street is not null)::integer + (address_zip is not null)::integer + (latitude is not null)::integer
      + (phone is not null)::integer + (email is not null)::integer + (website is not null)::integer
      + least(len(services), 20) / 20 as completeness
  from main.organizations
  join analysis.site_members on site_members.organization_id = organizations.id
  where site_id in (select site_id from analysis.site_members group by site_id having count(*) > 1)
),
field_values as (
  from (select site_id, id, 'name' as field, name as value, 0 as exactness, completeness, extraction_date from members)
  union all from (
    select site_id, id, 'street', concat_ws(', ', address_street, address_unit), (address_unit is not null)::integer, completeness, extraction_date
    from members where address_street is not null
  )
  union all from (
    select site_id, id, 'locality', concat_ws(', ', address_city, address_state, address_zip), (address_zip is not null)::integer + (address_city is not null)::integer, completeness, extraction_date
    from members where address_city is not null or address_zip is not null
  )
  union all from (
    select site_id, id, 'point', concat_ws(', ', round(latitude, 4), round(longitude, 4)), (coordinate_precision = 'exact')::integer, completeness, extraction_date
    from members where latitude is not null
  )
  union all from (select site_id, id, 'phone', phone, 0, completeness, extraction_date from members where phone is not null)
  union all from (select site_id, id, 'website', website, 0, completeness, extraction_date from members where website is not null)
  union all from (select site_id, id, 'email', email, 0, completeness, extraction_date from members where email is not null)
),
counted as (
  select
    *,
    count(*) over (partition by site_id, field) as record_count,
    count(*) over (partition by site_id, field, lower(value)) as holder_count
  from field_values
),
ranked as (
  select
    *,
    row_number() over (
      partition by site_id, field
      order by exactness desc, holder_count desc, completeness desc, extraction_date desc nulls last, id
    ) as place,
    max(exactness) over (partition by site_id, field) as best_exactness,
    min(exactness) over (partition by site_id, field) as least_exactness,
    max(holder_count) over (partition by site_id, field) as most_holders,
    min(holder_count) over (partition by site_id, field) as least_holders,
    max(completeness) over (partition by site_id, field) as most_complete,
    min(completeness) over (partition by site_id, field) as least_complete
  from counted
),
value_counts as (
  select site_id, field, count(distinct lower(value)) as value_count from field_values group by site_id, field
)
select
  site_id,
  field,
  id as organization_id,
  case
    when record_count = 1 then 'only value'
    when value_count = 1 then 'all agree'
    when best_exactness > least_exactness then 'most exact'
    when holder_count > least_holders then 'most records'
    when completeness > least_complete then 'most complete record'
    else 'newest record'
  end as reason,
  value_count
from ranked
join value_counts using (site_id, field)
where place = 1
