-- How does a reader see a statement? With names for ids, the issue's words for its stance, its date as known.
-- One row per statement.
create or replace view statement_rows as
select
    statements.statement_id,
    statements.date,
    statements.date_precision,
    date_label(statements.date, statements.date_precision) as date_label,
    statements.counts_on,
    statements.actor_id,
    actors.short_name as actor_name,
    statements.speaker,
    statements.issue_id,
    issues.title as issue_title,
    statements.stance,
    stance_label(statements.stance, issues.support_label, issues.oppose_label, issues.neutral_label) as stance_label,
    statements.kind,
    statements.summary,
    statements.doubt,
    statements.event_id,
    events.title as event_title
from statements
inner join actors using (actor_id)
inner join issues using (issue_id)
left join events using (event_id);
