-- title: Measures of the network beside those of random ones
-- grain: one row per measure and kind of random network
select measure, null_model, observed, null_mean, null_deviation, z_score
from marts.network_measures
order by null_model, measure
