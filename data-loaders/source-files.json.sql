-- title: Files that the build read
-- grain: one row per file
select
  file,
  source,
  format,
  byte_count::double as byte_count,
  sha256,
  stated_count,
  read_count,
  extraction_date,
  is_generated
from meta.source_files
order by source, file
