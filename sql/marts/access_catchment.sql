-- grain: one row per area with population points, kind of help and payer
-- materialized: view
-- unit: sites per 100,000 residents within reach; share of residents, 0 to 1
-- formula: Σ residents × score / Σ residents; the score of a point is Σ_j W(d_ij) / Σ_k P_k W(d_kj) over the sites j in its catchment: E2SFCA, Luo and Qi 2009, doi:10.1016/j.healthplace.2009.06.002
-- source: analysis.area_access
select
  area,
  kind,
  payer,
  people,
  round(supply_per_100k::double, 6) as supply_per_100k,
  (people_out_of_reach / people)::double as share_out_of_reach
from analysis.area_access
