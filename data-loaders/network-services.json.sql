-- title: Two-mode measures between places and services
-- grain: one row per service
select service_id, service_name, place_count, share, mean_breadth, specialization, null_breadth, z_score
from marts.network_services
order by place_count desc, service_id
