-- What was searched, and what was found?
-- One row per search that was made.
-- columns
--   actor_name         varchar
--   event_title        varchar
--   issue_title        varchar
--   found              varchar   no | partly | press only | listed only
--   searched_on        date
--   sources_searched   varchar
--   note               varchar
select
    actors.short_name as actor_name,
    events.title as event_title,
    issues.title as issue_title,
    coverage.found,
    coverage.searched_on,
    coverage.sources_searched,
    coverage.note
from coverage
inner join actors using (actor_id)
left join events using (event_id)
left join issues using (issue_id)
order by actor_name, coverage.actor_id, coverage.event_id, coverage.issue_id, coverage.searched_on
