-- What was searched for, and was anything found?
-- One row per search.
select
    event_id,
    issue_id,
    actor_id,
    searched_on::date as searched_on,
    sources_searched,
    found,
    note
from recorded_coverage
order by event_id nulls first, issue_id nulls first, actor_id, searched_on
