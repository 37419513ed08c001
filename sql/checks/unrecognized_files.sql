-- severity: warning
-- table: meta.source_files
-- because: The file is in the source folder and was not read; give it a mapping (workbench inspect FILE proposes one) or take it away.
select file, byte_count
from meta.source_files
where source = 'unrecognized'
