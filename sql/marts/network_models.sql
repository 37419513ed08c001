-- grain: one row per way to score
-- unit: pairs, ties, score 0 to 1
-- source: inferred from the directory; observed referrals where a source gives them
select
  model,
  pair_count::double as pair_count,
  qualifying_count::double as qualifying_count,
  tie_count,
  shared_tie_count,
  mean_score,
  modularity,
  observed_count,
  unobserved_count,
  auc,
  average_precision,
  covered_share
from analysis.network_models
left join analysis.referral_predictions using (model)
order by model
