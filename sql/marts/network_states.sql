-- grain: one row per state with places in the network
-- unit: density and centralization 0 to 1; null where too few places
-- source: inferred from the directory; possibilities, not referrals that took place
select
  state,
  reference.states.name,
  place_count,
  tie_count,
  round(density, 6)::double as density,
  round(centralization, 6)::double as centralization
from analysis.network_states
left join reference.states using (state)
order by state
