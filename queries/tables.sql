-- Which tables does the collection have?
-- One row per table, by name.
-- columns
--   table         varchar
--   title         varchar
--   description   varchar
--   rows          bigint
--   licence       varchar
--   sources       varchar
select
    tables.table,
    tables.title,
    tables.description,
    tables.rows,
    tables.licence,
    tables.sources
from tables
order by tables.table
