-- Which statements are in the reader's view, piece by piece?
-- One row per statement between two rows of the table, which lies in the order of the ids. In no order: whoever asks
-- sorts by row_number, which costs a tenth of sorting whole rows here (queries/streamed.py).
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
--   $event_id       varchar     that the statement reacts to; null = any or none
--   $first_row      bigint      of the piece; rows of the table of statements are numbered from 0
--   $past_row       bigint      one past the last
-- columns
--   statement_id     varchar
--   date             date        first day of the period that is known
--   date_precision   varchar     day | month | year
--   date_label       varchar     the date as known: 15 April 2020, April 2020, 2020
--   counts_on        date        last day of the period: the day from which the statement counts
--   actor_id         varchar
--   actor_name       varchar     short name of the actor
--   speaker          varchar
--   issue_id         varchar
--   issue_title      varchar     name of the issue
--   stance           varchar     support | oppose | neutral
--   stance_label     varchar     the stance in the issue's own words
--   kind             varchar
--   summary          varchar
--   doubt            varchar
--   event_id         varchar
--   event_title      varchar     name of the event that the statement reacts to
--   attribution      varchar     strongest among the evidence in view: direct | press | listed
--   count_sources    bigint      sources in view that carry the statement
--   row_number       bigint      of the table of statements, from 0
with selected as (
    from
        selected_statements(
            $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
            $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar,
            only_event := $event_id::varchar
        )
)

select
    selected.statement_id,
    selected.date,
    selected.date_precision,
    date_label(selected.date, selected.date_precision) as date_label,
    selected.counts_on,
    selected.actor_id,
    actors.short_name as actor_name,
    selected.speaker,
    selected.issue_id,
    issues.title as issue_title,
    selected.stance,
    stance_label(selected.stance, issues.support_label, issues.oppose_label, issues.neutral_label) as stance_label,
    selected.kind,
    selected.summary,
    selected.doubt,
    selected.event_id,
    events.title as event_title,
    selected.attribution,
    selected.count_sources,
    selected.row_number
from selected
inner join actors using (actor_id)
inner join issues using (issue_id)
left join events using (event_id)
where selected.row_number >= $first_row and selected.row_number < $past_row
