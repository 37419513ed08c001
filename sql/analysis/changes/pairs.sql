-- grain: one row per organization that both builds have
select * from changes.pairs_by_place
union all
select * from changes.pairs_by_id
union all
select * from changes.pairs_by_trait
