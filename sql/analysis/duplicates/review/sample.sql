-- reads: analysis.match_pairs of a built warehouse; $per_stratum pairs of each band of match weight, chosen by hash
with banded as (
  select id_a, id_b, weight, least(6, greatest(-3, floor(weight / 3)))::integer as stratum
  from analysis.match_pairs
  where decision is null
),
ranked as (
  select *, row_number() over (partition by stratum order by hash(id_a, id_b, $seed::integer), id_a, id_b) as place
  from banded
)
select
  ranked.id_a,
  ranked.id_b,
  '' as answer,
  '' as note,
  a.name as name_a,
  b.name as name_b,
  concat_ws(', ', a.address_street, a.address_unit, a.address_city, a.address_state, a.address_zip) as address_a,
  concat_ws(', ', b.address_street, b.address_unit, b.address_city, b.address_state, b.address_zip) as address_b,
  array_to_string(a.phones, ', ') as phones_a,
  array_to_string(b.phones, ', ') as phones_b,
  coalesce(a.website, '') as website_a,
  coalesce(b.website, '') as website_b,
  concat_ws(' ', a.organization_type, a.facility_type) as list_a,
  concat_ws(' ', b.organization_type, b.facility_type) as list_b
from ranked
join main.organizations as a on a.id = id_a
join main.organizations as b on b.id = id_b
where place <= $per_stratum::integer
order by hash(ranked.id_b, ranked.id_a), ranked.id_a, ranked.id_b
