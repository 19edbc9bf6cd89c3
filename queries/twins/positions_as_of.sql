-- How did each actor stand on an issue on a day?
-- One row per actor with a position of its own, and per state or authority without one; rule: docs/method.md#positions
-- parameters
--   $since             date        how far back a statement may lie
--   $until             date        the day
--   $issue_id          varchar
-- columns
--   actor_id           varchar     id of the actor, see the table of actors
--   actor_name         varchar     short name of the actor
--   actor_kind         varchar     state, organisation, body, de facto authority, ...
--   iso3               varchar     ISO 3166-1 alpha-3, for states
--   stance             varchar     support | oppose | neutral | contested; null = no position in view
--   voice              varchar     own | borrowed from an organisation
--   attribution        varchar     strongest among the evidence in view: direct | press | listed
--   is_vote            boolean     whether the deciding statements are votes
--   counts_on          date        day from which the deciding statement counts
--   date_label         varchar     that date as known: 15 April 2020, April 2020, 2020
--   statement_ids      varchar[]   the statements that decide
--   through            varchar[]   organisations that lend the voice
--   silence            varchar     why there is no position, see docs/method.md#silence; null = position
--   searched_on        date        day of the latest search that found nothing
--   sources_searched   varchar     what was searched then
--   missed_event_id    varchar     the roll call in which the actor took no part
with latest as (
    from statements_by_issue
    where
        issue_id = $issue_id::varchar
        and ($since::date is null or counts_on >= $since::date)
        and ($until::date is null or counts_on <= $until::date)
        and count_sources > 0
    qualify counts_on = max(counts_on) over (partition by actor_id)
),

held as (
    select
        actor_id,
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        strongest_attribution(attribution) as attribution,
        bool_and(kind = 'vote') as is_vote,
        max(counts_on) as counts_on,
        date_label(arg_max(date, statement_id), arg_max(date_precision, statement_id)) as date_label,
        list(statement_id order by statement_id) as statement_ids
    from latest
    group by actor_id
),

silent as (
    select silences.*
    from silences($since::date, $until::date, $issue_id::varchar, null, null) as silences
    anti join held using (actor_id)
)

select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind as actor_kind,
    actors.iso3,
    held.stance,
    case when held.actor_id is not null then 'own' end as voice,
    held.attribution,
    held.is_vote,
    held.counts_on,
    held.date_label,
    held.statement_ids,
    null::varchar[] as through,
    silent.silence,
    case when silent.silence = 'no position found' then silent.searched_on end as searched_on,
    case when silent.silence = 'no position found' then silent.sources_searched end as sources_searched,
    case when silent.silence = 'took no part in the vote' then silent.missed_event_id end as missed_event_id
from actors
left join held using (actor_id)
left join silent using (actor_id)
where held.actor_id is not null or silent.actor_id is not null
order by actors.actor_id
