-- Which statements are in the reader's view, and what does each say?
-- One row per statement, in the reader's order, then newest first, then by id.
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
--   $sort           varchar     newest | oldest | actor | issue | stance
--   $limit          bigint      null = all rows
--   $offset         bigint      rows to leave out first
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
with selected as (
    from selected_statements(
        $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
        $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
    )
)

select
    statement_rows.*,
    selected.attribution,
    selected.count_sources
from selected
inner join statement_rows using (statement_id)
order by
    case when $sort = 'oldest' then selected.counts_on end asc,
    case when $sort = 'actor' then statement_rows.actor_name end asc,
    case when $sort = 'issue' then statement_rows.issue_title end asc,
    case when $sort = 'stance' then statement_rows.stance end asc,
    selected.counts_on desc,
    statement_rows.statement_id asc
limit
    $limit
    offset $offset
