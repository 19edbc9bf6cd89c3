-- Which statements does a range hold, with the names of what they are about?
select
    statements.statement_id,
    statements.counts_on,
    actors.short_name as actor_name,
    issues.title as issue_title,
    statements.stance,
    statements.kind,
    events.title as event_title,
    statements.attribution,
    statements.summary
from statements
inner join actors on statements.actor_id = actors.actor_id
inner join issues on statements.issue_id = issues.issue_id
left join events on statements.event_id = events.event_id
where statements.counts_on between $since and $until and statements.count_sources > 0
order by statements.statement_id
