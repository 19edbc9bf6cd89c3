-- What does each column mean?
-- One row per column, in the order of its table.
-- columns
--   table         varchar
--   field         varchar
--   type          varchar
--   unit          varchar
--   description   varchar
--   constraints   varchar
select
    fields.table,
    fields.field,
    fields.type,
    fields.unit,
    fields.description,
    fields.constraints
from fields
order by fields.table, fields.position
