-- severity: warning
-- table: main.organizations
-- because: A directory of this size that lacks a whole state, or the District of Columbia, was probably cut short.
select state, name
from reference.states
where kind in ('state', 'district')
  and state not in (select address_state from main.organizations where address_state is not null)
  and (select count(*) from main.organizations) > (select value from meta.parameters where name = 'national_directory_size')
order by state
