-- title: Medicaid acceptance, NARR certification and exact coordinates
-- grain: one row per state and the nation
select
  area, record_count, treatment_count, payer_count, medicaid_count, round(medicaid_share, 4) as medicaid_share,
  residence_count, narr_count, round(narr_share, 4) as narr_share, exact_count, round(exact_share, 4) as exact_share
from marts.coverage_acceptance
order by area
