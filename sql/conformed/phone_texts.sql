-- grain: one row per distinct telephone text of any source
select distinct unnest(phone_texts) as phone_text
from staging.records
order by phone_text
