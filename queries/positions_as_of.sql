-- How did each actor stand on an issue on a day?
-- One row per actor that has a position, and per state or authority without one; by actor_id.
-- Position rule: docs/method.md#positions
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
--   actor_id        varchar
--   actor_name      varchar
--   actor_kind      varchar
--   iso3            varchar
--   region          varchar
--   stance          varchar     support | oppose | neutral | contested; null = no position
--   voice           varchar     own | borrowed
--   attribution     varchar     strongest among the evidence in view: direct | press | listed
--   counts_on       date        day from which the deciding statement counts
--   date_label      varchar     that date as known: 15 April 2020, April 2020, 2020
--   statement_ids   varchar[]   the statements that decide
--   through         varchar[]   organisations that lend the voice
--   silence         varchar     no position found | not searched; null = there is a position
--   searched_on     date        day of the latest search that found nothing
select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind as actor_kind,
    actors.iso3,
    actors.region,
    positions.stance,
    positions.voice,
    positions.attribution,
    positions.counts_on,
    positions.date_label,
    positions.statement_ids,
    positions.through,
    case when positions.actor_id is null then silences.silence end as silence,
    case when positions.actor_id is null then silences.searched_on end as searched_on
from actors
left join
    positions_held(
        $since::date, $until::date, $issue_id::varchar, $members_of::varchar[],
        $kinds::varchar[], $attributions::varchar[], $source_id::varchar, $through::varchar[]
    ) as positions
    using (actor_id)
left join silences($since::date, $until::date, $issue_id::varchar, $members_of::varchar[]) as silences
    using (actor_id)
where
    ($actors::varchar[] is null or list_contains($actors::varchar[], actors.actor_id))
    and case
        when $stances::varchar[] is not null then list_has_any(positions.stances, $stances::varchar[])
        else positions.actor_id is not null or silences.actor_id is not null
    end
order by actors.actor_id
