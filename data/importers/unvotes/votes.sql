-- Who voted how in which roll call?
-- One row per vote.
select
    statements.source_id as call_id,
    statements.actor_id as code,
    statements.stance,
    concat_ws('; ', nullif(trim(sources.resolution), ''), 'rcid ' || sources.rcid, 'code ' || statements.actor_id)
        as locator
from statements
inner join sources on statements.source_id = sources.source_id
