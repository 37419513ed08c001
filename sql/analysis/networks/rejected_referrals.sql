-- grain: one row per row of referrals.csv that cannot be read as a referral between two organizations
select
  line::integer as line,
  concat_ws(',', coalesce(from_id, ''), coalesce(to_id, ''), coalesce(referrals, ''), coalesce(period, '')) as content,
  case
    when from_id is null or from_id not in (select id from main.organizations) then 'unknown organization in “from”'
    when to_id is null or to_id not in (select id from main.organizations) then 'unknown organization in “to”'
    when from_id = to_id then 'an organization does not refer to itself'
    when try_cast(referrals as integer) is null or try_cast(referrals as integer) < 1 then 'not a count of 1 or more'
    when period is null or period = '' then 'no period'
  end as because
from temp.landed_referrals
where because is not null
order by line
