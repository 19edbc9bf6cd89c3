-- What was said on one issue, without reading what was said on others?
-- One row per statement, with what positions are made of; by issue, then by the day from which it counts.
select
    issue_id,
    counts_on,
    actor_id,
    statement_id,
    event_id,
    stance,
    kind,
    attribution,
    count_sources,
    date,  -- noqa: RF04
    date_precision
from statements
order by issue_id, counts_on, statement_id
