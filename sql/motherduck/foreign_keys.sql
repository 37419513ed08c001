-- title: No foreign keys
-- severity: error
-- source: https://motherduck.com/docs/sql-reference/duckdb-sql-reference/constraints
-- read_on: 2026-11-23
-- because: Constraints work there as here, and a foreign key stops the sync from replacing a table whole; relationships are held by checks instead.
select 'constraint' as kind, schema_name || '.' || table_name as name, constraint_text as detail
from duckdb_constraints()
where database_name = current_database() and constraint_type = 'FOREIGN KEY'
order by name, detail
