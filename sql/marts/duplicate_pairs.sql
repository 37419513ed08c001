-- grain: one row per pair of records that may be one place
-- unit: bits of match weight
-- source: analysis.match_pairs
select
  match_pairs.id_a,
  match_pairs.id_b,
  pair_kinds.kind,
  match_pairs.is_joined,
  match_pairs.decision,
  match_pairs.weight,
  match_pairs.probability,
  prior.value as prior,
  a.name as name_a,
  b.name as name_b,
  concat_ws(', ', a.address_street, a.address_unit, a.address_city, a.address_state, a.address_zip) as address_a,
  concat_ws(', ', b.address_street, b.address_unit, b.address_city, b.address_state, b.address_zip) as address_b,
  array_to_string(a.phones, ', ') as phones_a,
  array_to_string(b.phones, ', ') as phones_b,
  a.website as website_a,
  b.website as website_b,
  a.organization_type as type_a,
  b.organization_type as type_b,
  a.facility_type as facility_a,
  b.facility_type as facility_b,
  match_pairs.levels[1] as name_level,
  match_pairs.levels[2] as street_level,
  match_pairs.levels[3] as phone_level,
  match_pairs.levels[4] as website_level,
  match_pairs.levels[5] as email_level,
  match_pairs.levels[6] as locality_level,
  match_pairs.levels[7] as distance_level,
  match_pairs.parts[1] as name_part,
  match_pairs.parts[2] as street_part,
  match_pairs.parts[3] as phone_part,
  match_pairs.parts[4] as website_part,
  match_pairs.parts[5] as email_part,
  match_pairs.parts[6] as locality_part,
  match_pairs.parts[7] as distance_part
from analysis.match_pairs
join analysis.pair_kinds using (id_a, id_b)
join main.organizations as a on a.id = id_a
join main.organizations as b on b.id = id_b
cross join (select value from analysis.match_numbers where name = 'prior') as prior
order by match_pairs.weight desc, id_a, id_b
