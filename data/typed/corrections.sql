-- What was changed after publication?
-- One row per correction.
select
    date::date as date,  -- noqa: RF04
    "table",  -- noqa: RF06
    id,
    what,
    why,
    reported_by
from recorded_corrections
order by date, "table", id, what  -- noqa: RF06
