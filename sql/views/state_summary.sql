-- grain: one row per state and organization type
select * from marts.state_summary
