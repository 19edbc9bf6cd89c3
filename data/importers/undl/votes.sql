-- Who voted how in which roll call? X is a member that cast no vote.
-- One row per row of the file.
select
    'undl-' || cells.undl_id as call_id,
    cells.ms_code as code,
    case cells.ms_vote when 'Y' then 'support' when 'N' then 'oppose' when 'A' then 'neutral' end as stance,
    concat_ws('; ', nullif(trim(told.resolution), ''), 'ms_code ' || cells.ms_code, nullif(trim(cells.ms_name), ''))
        as locator
from cells
inner join told on cells.version = told.version
