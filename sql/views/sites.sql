-- grain: one row per real place; organizations keeps every record
select * from analysis.sites
