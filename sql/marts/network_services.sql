-- grain: one row per service that a place of the network offers
-- unit: places; share 0 to 1
-- formula: specialization = mean number of services of all places / of the places that offer this one; z-score = (mean breadth − that of random networks with the same numbers) / its standard deviation
-- source: the directory
select
  service_id,
  main.services.service_name,
  place_count,
  round(share, 4)::double as share,
  round(mean_breadth, 2)::double as mean_breadth,
  round(specialization, 3)::double as specialization,
  round(null_breadth, 2)::double as null_breadth,
  round(z_score, 1)::double as z_score
from analysis.network_services
join main.services on main.services.id = service_id
order by place_count desc, service_id
