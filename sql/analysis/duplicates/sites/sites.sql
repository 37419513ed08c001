-- grain: one row per real place
-- A site of one record is that record: nothing of it is gathered or sorted. Of millions of records most are such.
with several as (
  select site_id, count(*) as record_count, bool_or(is_flagged) as is_flagged
  from analysis.site_members
  group by site_id
  having count(*) > 1
),
single_sites as (
  select
    site_members.site_id,
    name,
    'single' as kind,
    1 as record_count,
    id as canonical_id,
    [organization_type] as organization_types,
    address_street,
    address_unit,
    address_city,
    address_state,
    address_zip,
    latitude,
    longitude,
    coordinate_precision,
    phone,
    website,
    email,
    list_sort(list_distinct(services)) as services,
    null::double as least_weight,
    is_flagged
  from main.organizations
  join analysis.site_members on site_members.organization_id = organizations.id
  anti join several using (site_id)
),
members as (
  select
    site_members.site_id,
    id,
    organization_type,
    services,
    extraction_date,
    (address_street is not null)::integer + (address_zip is not null)::integer + (latitude is not null)::integer
      + (phone is not null)::integer + (email is not null)::integer + (website is not null)::integer
      + least(len(services), 20) / 20 as completeness
  from main.organizations
  join analysis.site_members on site_members.organization_id = organizations.id
  semi join several using (site_id)
),
placed_members as (
  select
    site_id,
    id,
    row_number() over (
      partition by site_id
      order by completeness desc, extraction_date desc nulls last, id
    ) as place
  from members
),
canonical_ids as (
  select site_id, id as canonical_id
  from placed_members
  where place = 1
),
grouped as (
  select
    site_id,
    list_sort(list_distinct(list(organization_type))) as organization_types,
    list_sort(list_distinct(flatten(list(services)))) as services
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
chosen as (
  select
    site_id,
    any_value(name) filter (where field = 'name') as name,
    any_value(address_street) filter (where field = 'street') as address_street,
    any_value(address_unit) filter (where field = 'street') as address_unit,
    any_value(address_city) filter (where field = 'locality') as address_city,
    any_value(address_state) filter (where field = 'locality') as address_state,
    any_value(address_zip) filter (where field = 'locality') as address_zip,
    any_value(latitude) filter (where field = 'point') as latitude,
    any_value(longitude) filter (where field = 'point') as longitude,
    any_value(coordinate_precision) filter (where field = 'point') as coordinate_precision,
    any_value(phone) filter (where field = 'phone') as phone,
    any_value(website) filter (where field = 'website') as website,
    any_value(email) filter (where field = 'email') as email
  from analysis.site_fields
  join main.organizations on id = organization_id
  group by site_id
),
threshold as (
  select log2(value / (1 - value)) as weight from meta.parameters where name = 'linkage_threshold'
),
several_sites as (
  select
    several.site_id,
    coalesce(chosen.name, canonical.name) as name,
    case
      when has_renamed then 'renamed'
      when has_programmes then 'several_programmes'
      when has_su_mh then 'su_mh'
      else 'same_record'
    end as kind,
    several.record_count,
    canonical_id,
    grouped.organization_types,
    chosen.address_street,
    chosen.address_unit,
    chosen.address_city,
    coalesce(chosen.address_state, canonical.address_state) as address_state,
    chosen.address_zip,
    chosen.latitude,
    chosen.longitude,
    coalesce(chosen.coordinate_precision, canonical.coordinate_precision) as coordinate_precision,
    chosen.phone,
    chosen.website,
    chosen.email,
    grouped.services,
    inner_pairs.least_weight,
    several.is_flagged or coalesce(inner_pairs.least_weight < threshold.weight, false) as is_flagged
  from several
  cross join threshold
  join grouped using (site_id)
  join canonical_ids using (site_id)
  join main.organizations as canonical on canonical.id = canonical_id
  left join chosen using (site_id)
  left join inner_pairs using (site_id)
)
from single_sites
union all from several_sites
