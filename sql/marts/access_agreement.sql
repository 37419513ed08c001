-- grain: one row per kind of help, payer, simple measure and cell of the cross-table
-- unit: counties and residents
-- formula: worst served = the counties at or below the population-weighted underserved_quantile of a measure (longest distances for nearest_miles); missed = worst served by E2SFCA and not by the simple measure
-- source: marts.coverage_measures, county level, counties of at least small_area_people residents
with settings as (
  select
    max(value) filter (where name = 'underserved_quantile') as quantile,
    max(value) filter (where name = 'small_area_people') as least_people
  from meta.parameters
),
scores as (
  select kind, payer, measure, area, point_people, score
  from marts.coverage_measures
  cross join settings
  cross join lateral (
    values ('e2sfca', supply_per_100k), ('sites_per_100k', sites_per_100k), ('nearest_miles', -nearest_miles)
  ) as measures (measure, score)
  where level = 'county' and point_people >= least_people and score is not null
),
ranked as (
  select
    *,
    sum(point_people) over (partition by kind, payer, measure order by score, area) as people_up_to,
    sum(point_people) over (partition by kind, payer, measure) as people
  from scores
),
cuts as (
  select kind, payer, measure, min(score) as cut
  from ranked
  cross join settings
  where people_up_to >= quantile * people
  group by kind, payer, measure
),
marked as (
  select kind, payer, measure, area, point_people, score <= cut as is_worst
  from scores
  join cuts using (kind, payer, measure)
)
select
  simple.kind,
  simple.payer,
  simple.measure as simple_measure,
  enhanced.is_worst as is_worst_by_e2sfca,
  simple.is_worst as is_worst_by_simple,
  count(*)::integer as county_count,
  sum(simple.point_people)::integer as people
from marked as simple
join marked as enhanced on enhanced.kind = simple.kind and enhanced.payer = simple.payer and enhanced.area = simple.area and enhanced.measure = 'e2sfca'
where simple.measure <> 'e2sfca'
group by all
order by kind, payer, simple_measure, is_worst_by_e2sfca, is_worst_by_simple
