-- How were the votes held by the de facto authorities received, one after the other?
-- One row per vote (an event of kind election or referendum) and stance; each actor counts once a vote, by its latest
-- words on it, and as contested where these differ on one day.
-- parameters
--   $issue_id       varchar     the issue on which the stances are
-- columns
--   event_id        varchar
--   title           varchar     the event's title
--   start_date      date
--   kind            varchar     election | referendum
--   stance          varchar     support | oppose | neutral | contested
--   stance_label    varchar     the stance in the issue's own words; null where contested
--   count_actors    bigint
--   count_listed    bigint      those of them whose latest words are only a mention in a list
--   actor_ids       varchar[]   who they are
with votes as (
    select *
    from events
    where kind in ('election', 'referendum')
),

latest as (
    select
        votes.event_id,
        selected.actor_id,
        selected.stance,
        selected.attribution
    from selected_statements(null, null, $issue_id, null, null, null, null, null, null) as selected
    inner join votes using (event_id)
    qualify
        selected.counts_on = max(selected.counts_on) over (partition by votes.event_id, selected.actor_id)
),

received as (
    select
        event_id,
        actor_id,
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        coalesce(strongest_attribution(attribution) = 'listed', false) as is_listed
    from latest
    group by event_id, actor_id
)

select
    votes.event_id,
    votes.title,
    votes.start_date,
    votes.kind,
    received.stance,
    case received.stance
        when 'support' then issues.support_label
        when 'oppose' then issues.oppose_label
        when 'neutral' then issues.neutral_label
    end as stance_label,
    count(*) as count_actors,
    count(*) filter (where received.is_listed) as count_listed,
    list(received.actor_id order by received.actor_id) as actor_ids
from received
inner join votes using (event_id)
inner join issues on issues.issue_id = $issue_id
group by all
order by votes.start_date, votes.event_id, received.stance
