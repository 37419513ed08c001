-- severity: warning
-- table: meta.source_files
-- because: The file says that it holds another number of records than were found in it; ask its publisher, or fetch it again.
select file, stated_count, read_count
from meta.source_files
where stated_count is not null and stated_count <> read_count
