-- grain: one row per blocking rule
-- unit: pairs of records
-- source: analysis.match_rules
select rule, pair_count, only_count, joined_count from analysis.match_rules order by pair_count desc, rule
