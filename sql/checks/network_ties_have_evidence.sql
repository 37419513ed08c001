-- severity: error
-- table: analysis.network_ties
-- because: Blank must never match blank; each factor that counts must stand in the records of both places.
with places as (
  select
    place,
    bool_or(len(payers) > 0) as has_payers,
    bool_or(len(certifications) > 0) as has_certifications,
    bool_or(len(funding_sources) > 0) as has_funding,
    bool_or(operator is not null) as has_operator,
    bool_or(id in (select organization_id from main.organization_continuum)) as has_steps
  from analysis.network_records
  join main.organizations on main.organizations.id = organization_id
  group by place
)
select place_1, place_2, relationship_type
from analysis.network_ties
join places as first on first.place = place_1
join places as second on second.place = place_2
where services_points + certification_points + operator_points + funding_points = 0
  or (services_points > 0 and not (first.has_steps and second.has_steps))
  or (certification_points > 0 and not (first.has_certifications and second.has_certifications))
  or (operator_points > 0 and not (first.has_operator and second.has_operator))
  or (funding_points > 0 and not (first.has_funding and second.has_funding))
  or (payers_points > 0 and not (first.has_payers and second.has_payers))
