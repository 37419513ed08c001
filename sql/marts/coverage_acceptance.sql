-- grain: one row per state and the nation
-- unit: shares, 0 to 1
-- formula: Medicaid = treatment centers with code MD / treatment centers that state any payer; NARR = certified / recovery residences; exact = records with exact coordinates / records
-- source: marts.coverage_organizations without demonstration records; MD is Medicaid and MC Medicare in the SAMHSA code book
select
  case when grouping(state) = 0 then state else 'US' end as area,
  count(*)::integer as record_count,
  (count(*) filter (where organization_type = 'treatment_centers'))::integer as treatment_count,
  (count(*) filter (where organization_type = 'treatment_centers' and states_payers))::integer as payer_count,
  (count(*) filter (where organization_type = 'treatment_centers' and states_payers and accepts_medicaid))::integer as medicaid_count,
  ((count(*) filter (where organization_type = 'treatment_centers' and states_payers and accepts_medicaid))
    / nullif(count(*) filter (where organization_type = 'treatment_centers' and states_payers), 0))::double as medicaid_share,
  (count(*) filter (where list_contains(kinds, 'recovery_residence')))::integer as residence_count,
  (count(*) filter (where list_contains(kinds, 'recovery_residence') and is_narr_certified))::integer as narr_count,
  ((count(*) filter (where list_contains(kinds, 'recovery_residence') and is_narr_certified))
    / nullif(count(*) filter (where list_contains(kinds, 'recovery_residence')), 0))::double as narr_share,
  (count(*) filter (where coordinate_precision = 'exact'))::integer as exact_count,
  ((count(*) filter (where coordinate_precision = 'exact')) / count(*))::double as exact_share
from marts.coverage_organizations
where not is_synthetic
group by grouping sets ((state), ())
having area is not null
order by area
