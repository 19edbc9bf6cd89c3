-- What was corrected after publication?
-- One row per change, newest first.
-- columns
--   date          date
--   table         varchar
--   id            varchar
--   what          varchar
--   why           varchar
--   reported_by   varchar
select
    corrections.date,
    corrections.table,
    corrections.id,
    corrections.what,
    corrections.why,
    corrections.reported_by
from corrections
order by corrections.date desc, corrections.table asc, corrections.id asc, corrections.what asc
