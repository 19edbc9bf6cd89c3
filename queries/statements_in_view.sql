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
with page as (
    select
        selected.statement_id,
        selected.attribution,
        selected.count_sources,
        selected.counts_on,
        case $sort
            -- days of the years 1 to 9999 sort as their text does
            when 'oldest' then selected.counts_on::varchar
            when 'actor' then actors.short_name
            when 'issue' then issues.title
            when 'stance' then selected.stance
        end as sort_key
    from
        selected_statements(
            $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
            $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
        ) as selected
    inner join actors using (actor_id)
    inner join issues using (issue_id)
    order by sort_key asc, selected.counts_on desc, selected.statement_id asc
    limit $limit offset $offset
)

select
    statement_rows.*,
    page.attribution,
    page.count_sources
from page
inner join statement_rows using (statement_id)
order by page.sort_key asc, page.counts_on desc, page.statement_id asc
