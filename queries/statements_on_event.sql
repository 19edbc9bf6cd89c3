-- Which statements in the reader's view react to an event?
-- One row per statement, the earliest first.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $issue_id       varchar     null = every issue
--   $actors         varchar[]   null = every actor
--   $members_of     varchar[]   organisations of which the actor was a full member on that day
--   $stances        varchar[]
--   $kinds          varchar[]
--   $attributions   varchar[]
--   $source_id      varchar
--   $event_id       varchar
-- columns
--   statement_id    varchar
--   actor_id        varchar
--   stance          varchar
--   counts_on       date
select
    selected.statement_id,
    selected.actor_id,
    selected.stance,
    selected.counts_on
from
    selected_statements(
        $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
        $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
    ) as selected
where selected.event_id = $event_id
order by selected.counts_on, selected.statement_id
