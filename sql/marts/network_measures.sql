-- grain: one row per measure of the whole network and kind of random network it is compared with
-- unit: as the measure; z-score in standard deviations
-- source: inferred from the directory
select measure, null_model, observed, null_mean, null_deviation, z_score
from analysis.network_measures
order by null_model, measure
