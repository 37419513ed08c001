-- severity: warning
-- table: main.services
-- because: The export has codes that the code book does not explain; look for a newer code book. The codes are kept.
select id, service_name, source_code
from main.services
where source_code is not null and not is_in_code_book
order by id
