-- grain: one row per gap: a service that no organization of a state lists, or a step of care that no site of a county gives
-- unit: residents
-- formula: provider_count = 0 (state and service, among states where records list services); site_count = 0 (county and step)
-- source: marts.service_availability, marts.coverage_measures
select
  'service' as gap_kind,
  state as area,
  state,
  coverage_areas.name as area_name,
  service_id as missing,
  service_name as missing_name,
  population,
  nation_count as provider_count_elsewhere,
  null::double as nearest_miles,
  reporting_count as reporting_count
from marts.service_availability
join marts.coverage_areas using (state)
where level = 'state' and provider_count = 0 and reporting_count > 0
union all
select
  'step',
  area,
  state,
  coverage_measures.name,
  kind,
  help_kinds.name,
  coalesce(population, point_people),
  null,
  nearest_miles,
  null
from marts.coverage_measures
join reference.help_kinds using (kind)
where level = 'county' and payer = 'any' and family = 'service' and site_count = 0 and nearest_miles is not null
  and coalesce(population, point_people) > 0
order by gap_kind, area, missing
