-- When did each position on an issue begin, change, or come to rest on newer words?
-- One row per actor and day from which something else decides its position; rule: docs/method.md#two-dates
-- parameters
--   $since             date
--   $until             date
--   $issue_id          varchar
--   $actors            varchar[]   null = every actor
--   $members_of        varchar[]   organisations of which the actor was a full member on that day
--   $stances           varchar[]   show only these; contested holds both sides and is shown with either
--   $kinds             varchar[]
--   $attributions      varchar[]
--   $source_id         varchar
--   $voices            varchar[]   which count: statement | vote | list (only mentioned in somebody else's list)
--   $un_members_only   boolean     whether only what full members of the United Nations said counts
--   $through           varchar[]   organisations whose voice their members may borrow; null = none
-- columns
--   actor_id           varchar     id of the actor, see the table of actors
--   actor_name         varchar     short name of the actor
--   actor_kind         varchar     state, organisation, body, de facto authority, ...
--   day                date        from this day on
--   stance             varchar     support | oppose | neutral | contested; null = nothing is in view any more
--   voice              varchar     own | borrowed from an organisation
--   attribution        varchar     strongest among the evidence in view: direct | press | listed
--   is_vote            boolean     whether the deciding statements are votes
--   counts_on          date        day from which the deciding statement counts
--   date_label         varchar     that date as known: 15 April 2020, April 2020, 2020
--   statement_ids      varchar[]   the statements that decide
--   through            varchar[]   organisations that lend the voice
with held as (
    from positions_over_time(
        $since::date, $until::date, $issue_id::varchar, $members_of::varchar[], $kinds::varchar[],
        $attributions::varchar[], $source_id::varchar, $voices::varchar[], $un_members_only::boolean,
        $through::varchar[], false
    )
),

in_view as (
    select * exclude (stances) from held
    where $stances::varchar[] is null or list_has_any(stances, $stances::varchar[])
),

shown as (
    select
        held.actor_id,
        held.day,
        in_view.* exclude (actor_id, day)
    from held
    left join in_view using (actor_id, day)
),

changed as (
    from shown
    window by_day as (partition by actor_id order by day)
    qualify
        statement_ids is distinct from lag(statement_ids) over by_day
        or voice is distinct from lag(voice) over by_day
)

select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind as actor_kind,
    changed.* exclude (actor_id)
from changed
inner join actors using (actor_id)
where $actors::varchar[] is null or list_contains($actors::varchar[], actors.actor_id)
order by changed.day, actors.actor_id
