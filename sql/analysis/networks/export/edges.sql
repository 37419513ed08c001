-- grain: one row per exported tie
select
  id,
  org1_id as source,
  org2_id as target,
  relationship_type,
  score,
  from_id as refers_from,
  distance_km,
  plan_score,
  (factors ->> 'distance')::double as distance,
  (factors ->> 'services')::double as services,
  (factors ->> 'kind')::double as kind,
  (factors ->> 'certification')::double as certification,
  (factors ->> 'operator')::double as operator,
  (factors ->> 'funding')::double as funding,
  (factors ->> 'payers')::double as payers,
  coalesce((factors ->> 'from_org1')::integer, 0) + coalesce((factors ->> 'from_org2')::integer, 0) as referral_count
from temp.exported_ties
order by id
