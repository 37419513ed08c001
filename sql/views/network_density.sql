-- grain: one row per state and city with a tie
select * from marts.network_density
