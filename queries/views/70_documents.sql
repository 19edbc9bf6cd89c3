-- What can be searched? One row per document: a source, a statement, an event or an actor; its heading, which counts
-- more than its body, and short notes beside that. Lists may hold nulls.
create or replace view documents as
select
    'source' as found_in,
    source_id as id,
    publisher_country as country,
    language,
    actor_id,
    counts_on,
    [title] as heading,
    [publisher] as beside,
    text as body
from sources
union all
select
    'statement' as found_in,
    statements.statement_id as id,
    null as country,
    null as language,  -- noqa: RF04
    statements.actor_id,
    statements.counts_on,
    [actors.name, issues.title] as heading,
    [
        statements.speaker,
        case statements.stance
            when 'support' then issues.support_label
            when 'oppose' then issues.oppose_label
            else issues.neutral_label
        end
    ] as beside,
    statements.summary as body
from statements
left join actors on statements.actor_id = actors.actor_id
left join issues on statements.issue_id = issues.issue_id
union all
select
    'event' as found_in,
    event_id as id,
    null as country,
    null as language,  -- noqa: RF04
    null as actor_id,
    start_date as counts_on,
    [title] as heading,
    [place] as beside,
    summary as body
from events
union all
select
    'actor' as found_in,
    actor_id as id,
    null as country,
    null as language,  -- noqa: RF04
    null as actor_id,
    null as counts_on,
    list_concat([name, short_name], aliases) as heading,
    []::varchar[] as beside,
    description as body
from actors;
