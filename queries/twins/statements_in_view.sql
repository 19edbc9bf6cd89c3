-- Which statements are in the reader's view, and what does each say?
-- One row per statement, newest first, then by id.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $issue_id       varchar     null = every issue
--   $stances        varchar[]
--   $kinds          varchar[]
--   $sort           varchar     only newest
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
        row_number,
        counts_on,
        statement_id
    from statements_by_day
    where
        ($since::date is null or counts_on >= $since::date)
        and ($until::date is null or counts_on <= $until::date)
        and ($issue_id::varchar is null or issue_id = $issue_id::varchar)
        and ($stances::varchar[] is null or list_contains($stances::varchar[], stance))
        and ($kinds::varchar[] is null or list_contains($kinds::varchar[], kind))
    order by counts_on desc, statement_id asc
    limit $limit offset $offset
)

select
    statements.statement_id,
    statements.date,
    statements.date_precision,
    date_label(statements.date, statements.date_precision) as date_label,
    statements.counts_on,
    statements.actor_id,
    actors.short_name as actor_name,
    statements.speaker,
    statements.issue_id,
    issues.title as issue_title,
    statements.stance,
    stance_label(statements.stance, issues.support_label, issues.oppose_label, issues.neutral_label) as stance_label,
    statements.kind,
    statements.summary,
    statements.doubt,
    statements.event_id,
    events.title as event_title,
    statements.attribution,
    statements.count_sources::bigint as count_sources
from page
inner join statements on page.row_number = statements.rowid
inner join actors using (actor_id)
inner join issues using (issue_id)
left join events using (event_id)
order by page.counts_on desc, page.statement_id asc
