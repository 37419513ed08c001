-- grain: one row per pair of places with an observed referral, the smaller number first
select distinct least(source.place, target.place) as place_1, greatest(source.place, target.place) as place_2
from analysis.observed_referrals
join analysis.network_records as source on source.organization_id = from_organization_id
join analysis.network_records as target on target.organization_id = to_organization_id
where source.place <> target.place
order by place_1, place_2
