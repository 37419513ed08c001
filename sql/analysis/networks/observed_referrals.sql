-- grain: one row per referring record, record referred to and period
select
  from_id as from_organization_id,
  to_id as to_organization_id,
  sum(referrals::integer)::integer as referral_count,
  period
from temp.landed_referrals
where line not in (select line from analysis.rejected_referrals)
group by from_id, to_id, period
order by from_organization_id, to_organization_id, period
