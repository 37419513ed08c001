-- grain: one row per service and state
select * from marts.service_coverage
