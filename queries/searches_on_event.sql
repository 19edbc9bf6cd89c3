-- Whose reaction to an event was searched for, and what was found?
-- One row per search on the event, those without result first.
-- parameters
--   $event_id           varchar
-- columns
--   actor_id            varchar
--   actor_name          varchar   short name of the actor
--   issue_id            varchar
--   issue_title         varchar   name of the issue, where the search was for one
--   found               varchar   no | partly | press only | listed only
--   searched_on         date
--   sources_searched    varchar
--   note                varchar
--   count_statements    bigint    statements of the actor on the event, and on the issue where there is one
select
    coverage.actor_id,
    actors.short_name as actor_name,
    coverage.issue_id,
    issues.title as issue_title,
    coverage.found,
    coverage.searched_on,
    coverage.sources_searched,
    coverage.note,
    count(statements.statement_id) as count_statements
from coverage
inner join actors using (actor_id)
left join issues using (issue_id)
left join statements
    on
        coverage.actor_id = statements.actor_id
        and coverage.event_id = statements.event_id
        and (coverage.issue_id is null or coverage.issue_id = statements.issue_id)
where coverage.event_id = $event_id
group by
    coverage.actor_id,
    actors.short_name,
    coverage.issue_id,
    issues.title,
    coverage.found,
    coverage.searched_on,
    coverage.sources_searched,
    coverage.note
order by
    coverage.found != 'no',
    actor_name,
    coverage.actor_id,
    coverage.issue_id nulls first,
    coverage.searched_on
