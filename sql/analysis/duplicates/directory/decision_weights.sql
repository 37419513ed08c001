update analysis.decisions
set weight = match_pairs.weight
from analysis.match_pairs
where
  match_pairs.id_a = least(decisions.organization_a, decisions.organization_b)
  and match_pairs.id_b = greatest(decisions.organization_a, decisions.organization_b)
