-- How many statements does the collection hold?
-- One row.
-- columns
--   count_statements   bigint
select count(*) as count_statements
from statements
