-- severity: error
-- table: analysis.network_ties
-- because: Every hundredth tie is scored again from the directory itself; a difference means that the two do not belong together.
with parameters as (
  select map_from_entries(list((name, value))) as values
  from meta.parameters
), members as (
  select places.place, organizations.*, organizations.coordinate_precision <> 'exact' as is_approximate
  from analysis.network_records as places
  join main.organizations as organizations on organizations.id = places.organization_id
), places as (
  select
    place,
    list_distinct(flatten(list(list_transform(payers, lambda term: lower(term))))) as payers,
    list_distinct(flatten(list(list_transform(certifications, lambda term: lower(term))))) as certifications,
    list_distinct(flatten(list(list_transform(funding_sources, lambda term: lower(term))))) as funding,
    min(nullif(main.slug(operator), 'unknown')) as operator,
    arg_min(latitude, (latitude is null, is_approximate, id)) as latitude,
    arg_min(longitude, (latitude is null, is_approximate, id)) as longitude,
    arg_min(is_approximate, (latitude is null, is_approximate, id)) as is_approximate,
    arg_min(
      case organization_type when 'treatment_centers' then 'treatment ' || coalesce(level_of_care, '') else organization_type end,
      (latitude is null, is_approximate, id)
    ) as kind
  from members
  group by place
), steps as (
  select place, list(distinct step) as steps
  from analysis.network_records
  join main.organization_continuum using (organization_id)
  group by place
), sampled as (
  select * from analysis.network_ties where (place_1 * 31 + place_2) % 100 = 0
), handed as (
  select
    place_1,
    place_2,
    max(value) as value
  from sampled
  join steps as one on one.place = place_1
  join steps as other on other.place = place_2
  join reference.referral_handoffs
    on (list_contains(one.steps, from_step) and list_contains(other.steps, to_step) and not list_contains(one.steps, to_step))
    or (list_contains(other.steps, from_step) and list_contains(one.steps, to_step) and not list_contains(other.steps, to_step))
  group by all
), scored as (
  select
    sampled.*,
    values['referral_weight_distance'] * exp(-sqrt(
      pow(main.great_circle_km(one.latitude, one.longitude, other.latitude, other.longitude), 2)
      + (one.is_approximate::integer + other.is_approximate::integer) * pow(values['referral_zip_uncertainty_km'], 2)
    ) / values['referral_decay_km']) as distance,
    values['referral_weight_services'] * coalesce(handed.value, 0) as services,
    values['referral_weight_kind'] * (one.kind <> other.kind)::integer as kind,
    values['referral_weight_certification'] * list_has_any(one.certifications, other.certifications)::integer as certification,
    values['referral_weight_operator'] * coalesce(one.operator = other.operator, false)::integer as operator,
    values['referral_weight_funding'] * list_has_any(one.funding, other.funding)::integer as funding,
    values['referral_weight_payers'] * coalesce(
      len(list_intersect(one.payers, other.payers)) / nullif(len(list_distinct(list_concat(one.payers, other.payers))), 0),
      0
    ) as payers
  from sampled
  join places as one on one.place = place_1
  join places as other on other.place = place_2
  left join handed using (place_1, place_2)
  cross join parameters
)
select place_1, place_2, distance_points, distance, services_points, services, kind_points, kind, payers_points, payers
from scored
where abs(distance_points / 1000 - distance) > 0.0015
  or abs(services_points / 1000 - services) > 0.0006
  or abs(kind_points / 1000 - kind) > 0.0006
  or abs(certification_points / 1000 - certification) > 0.0006
  or abs(operator_points / 1000 - operator) > 0.0006
  or abs(funding_points / 1000 - funding) > 0.0006
  or abs(payers_points / 1000 - payers) > 0.0006
