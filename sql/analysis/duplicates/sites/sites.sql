-- grain: one row per real place
with members as (
  select
    site_members.site_id,
    site_members.is_flagged,
    organizations.*,
    count(*) over (partition by site_id) as member_count,
    row_number() over (
      partition by site_id
      order by
        (address_street is not null)::integer + (address_zip is not null)::integer + (latitude is not null)::integer
        + (phone is not null)::integer + (email is not null)::integer + (website is not null)::integer
        + least(len(services), 20) / 20 desc,
        extraction_date desc nulls last,
        id
    ) as place
  from main.organizations
  join analysis.site_members on site_members.organization_id = organizations.id
),
grouped as (
  select
    site_id,
    count(*) as record_count,
    min(id) filter (where place = 1) as canonical_id,
    list_sort(list_distinct(list(organization_type))) as organization_types,
    -- Lists of lists are not spilled; most sites have one record, whose own list will do.
    list_sort(list_distinct(flatten(list(services) filter (where member_count > 1)))) as services,
    bool_or(is_flagged) as is_flagged
  from members
  group by site_id
),
inner_pairs as (
  select
    site_members.site_id,
    min(weight) as least_weight,
    bool_or(kind = 'renamed') as has_renamed,
    bool_or(kind = 'several_programmes') as has_programmes,
    bool_or(kind = 'su_mh') as has_su_mh
  from analysis.match_pairs
  join analysis.pair_kinds using (id_a, id_b)
  join analysis.site_members on site_members.organization_id = id_a
  where is_joined
  group by site_members.site_id
),
sources as (
  select
    site_id,
    max(organization_id) filter (where field = 'name') as name_id,
    max(organization_id) filter (where field = 'street') as street_id,
    max(organization_id) filter (where field = 'locality') as locality_id,
    max(organization_id) filter (where field = 'point') as point_id,
    max(organization_id) filter (where field = 'phone') as phone_id,
    max(organization_id) filter (where field = 'website') as website_id,
    max(organization_id) filter (where field = 'email') as email_id
  from analysis.site_fields
  group by site_id
),
threshold as (
  select log2(value / (1 - value)) as weight from meta.parameters where name = 'linkage_threshold'
)
select
  grouped.site_id,
  coalesce(named.name, canonical.name) as name,
  case
    when grouped.record_count = 1 then 'single'
    when has_renamed then 'renamed'
    when has_programmes then 'several_programmes'
    when has_su_mh then 'su_mh'
    else 'same_record'
  end as kind,
  grouped.record_count,
  grouped.canonical_id,
  grouped.organization_types,
  if(record_count = 1, canonical.address_street, street.address_street) as address_street,
  if(record_count = 1, canonical.address_unit, street.address_unit) as address_unit,
  if(record_count = 1, canonical.address_city, locality.address_city) as address_city,
  coalesce(locality.address_state, canonical.address_state) as address_state,
  if(record_count = 1, canonical.address_zip, locality.address_zip) as address_zip,
  if(record_count = 1, canonical.latitude, point.latitude) as latitude,
  if(record_count = 1, canonical.longitude, point.longitude) as longitude,
  coalesce(point.coordinate_precision, canonical.coordinate_precision) as coordinate_precision,
  if(record_count = 1, canonical.phone, phoned.phone) as phone,
  if(record_count = 1, canonical.website, linked.website) as website,
  if(record_count = 1, canonical.email, mailed.email) as email,
  if(record_count = 1, list_sort(list_distinct(canonical.services)), grouped.services) as services,
  inner_pairs.least_weight,
  grouped.is_flagged or coalesce(inner_pairs.least_weight < threshold.weight, false) as is_flagged
from grouped
cross join threshold
join main.organizations as canonical on canonical.id = grouped.canonical_id
left join sources using (site_id)
left join inner_pairs using (site_id)
left join main.organizations as named on named.id = sources.name_id
left join main.organizations as street on street.id = sources.street_id
left join main.organizations as locality on locality.id = sources.locality_id
left join main.organizations as point on point.id = sources.point_id
left join main.organizations as phoned on phoned.id = sources.phone_id
left join main.organizations as linked on linked.id = sources.website_id
left join main.organizations as mailed on mailed.id = sources.email_id
