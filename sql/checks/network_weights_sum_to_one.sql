-- severity: error
-- table: meta.parameters
-- because: The weights of a referral score must add up to 1, or scores leave the range that reports print.
select round(sum(value), 9) as total
from meta.parameters
where name like 'referral\_weight\_%' escape '\'
having round(sum(value), 9) <> 1
