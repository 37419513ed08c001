-- title: Two ways to score, and how they predict observed referrals
-- grain: one row per model
select
  model, pair_count, qualifying_count, tie_count, shared_tie_count, mean_score, modularity,
  observed_count, unobserved_count, auc, average_precision, covered_share
from marts.network_models
order by model
