-- title: Weights, radii and thresholds of the network
-- grain: one row per parameter
select name, value, unit, source, description
from meta.parameters
where starts_with(name, 'referral_') or starts_with(name, 'network_') or starts_with(name, 'cluster_')
order by name
