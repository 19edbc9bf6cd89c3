-- How did each actor stand on an issue on a day?
-- One row per actor with a position in view, and per state or authority without one; rule: docs/method.md#positions
-- parameters
--   $since          date        how far back a statement may lie
--   $until          date        the day
--   $issue_id       varchar
--   $actors         varchar[]   null = every actor
--   $members_of     varchar[]   organisations of which the actor was a full member on that day
--   $stances        varchar[]   show only these; contested holds both sides and is shown with either
--   $kinds          varchar[]
--   $attributions   varchar[]
--   $source_id      varchar
--   $through        varchar[]   organisations whose voice their members may borrow; null = none
-- columns
--   actor_id        varchar     id of the actor, see the table of actors
--   actor_name      varchar     short name of the actor
--   actor_kind      varchar     state, organisation, body, de facto authority, ...
--   iso3            varchar     ISO 3166-1 alpha-3, for states
--   stance          varchar     support | oppose | neutral | contested; null = no position in view
--   voice           varchar     own | borrowed from an organisation
--   attribution     varchar     strongest among the evidence in view: direct | press | listed
--   is_vote         boolean     whether the deciding statements are votes
--   counts_on       date        day from which the deciding statement counts
--   date_label      varchar     that date as known: 15 April 2020, April 2020, 2020
--   statement_ids   varchar[]   the statements that decide
--   through         varchar[]   organisations that lend the voice
--   silence         varchar     no position found | not searched | outside these filters; null = position
--   searched_on     date        day of the latest search that found nothing
with held as (
    from positions_held(
        $since::date, $until::date, $issue_id::varchar, $members_of::varchar[],
        $kinds::varchar[], $attributions::varchar[], $source_id::varchar, $through::varchar[]
    )
),

shown as (
    select * exclude (stances) from held
    where $stances::varchar[] is null or list_has_any(stances, $stances::varchar[])
)

select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind as actor_kind,
    actors.iso3,
    shown.* exclude (actor_id),
    case
        when shown.actor_id is not null then null
        when held.actor_id is not null then 'outside these filters'
        else silences.silence
    end as silence,
    case when held.actor_id is null then silences.searched_on end as searched_on
from actors
left join held using (actor_id)
left join shown using (actor_id)
left join silences($since::date, $until::date, $issue_id::varchar, $members_of::varchar[]) as silences using (actor_id)
where
    ($actors::varchar[] is null or list_contains($actors::varchar[], actors.actor_id))
    and (shown.actor_id is not null or silences.actor_id is not null)
order by actors.actor_id
