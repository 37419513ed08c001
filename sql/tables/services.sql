-- grain: one row per term of the code book or of a source
select id, service_name, service_category, description, kind, source_code, is_in_code_book
from conformed.services
order by id
