-- grain: one row per number of the linkage
-- source: analysis.match_numbers
select name, value, unit, description from analysis.match_numbers order by name
