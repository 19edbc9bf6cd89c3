-- Who reacted to an event, in which order, how fast, and with what stance?
-- One row per statement on the event, the earliest first; one dated by month or year comes on the last day of its
-- period, after those of that very day; then by actor and id.
-- parameters
--   $event_id          varchar
-- columns
--   statement_id       varchar
--   actor_id           varchar
--   actor_name         varchar   short name of the actor
--   actor_kind         varchar   state, organisation, body, de facto authority, ...
--   speaker            varchar
--   date               date
--   date_precision     varchar
--   date_label         varchar   the date as known: 15 April 2020, April 2020, 2020
--   counts_on          date
--   days_first         bigint    days from the event's first day to the first day that the date allows; below 0: before
--   days_last          bigint    days to the last day that the date allows; the same where the day is known
--   issue_id           varchar
--   issue_title        varchar   name of the issue
--   stance             varchar
--   stance_label       varchar   the stance in the issue's own words
--   kind               varchar
--   summary            varchar
--   attribution        varchar   strongest among all evidence: direct | press | listed
--   count_sources      bigint    sources that carry the statement
select
    statement_rows.statement_id,
    statement_rows.actor_id,
    statement_rows.actor_name,
    actors.kind as actor_kind,
    statement_rows.speaker,
    statement_rows.date,
    statement_rows.date_precision,
    statement_rows.date_label,
    statement_rows.counts_on,
    date_diff('day', events.start_date, statement_rows.date) as days_first,
    date_diff('day', events.start_date, statement_rows.counts_on) as days_last,
    statement_rows.issue_id,
    statement_rows.issue_title,
    statement_rows.stance,
    statement_rows.stance_label,
    statement_rows.kind,
    statement_rows.summary,
    selected.attribution,
    selected.count_sources
from statement_rows
inner join selected_statements(null, null, null, null, null, null, null, null, null) as selected using (statement_id)
inner join events on statement_rows.event_id = events.event_id
inner join actors on statement_rows.actor_id = actors.actor_id
where statement_rows.event_id = $event_id
order by
    statement_rows.counts_on asc,
    days_first desc,
    statement_rows.actor_name asc,
    statement_rows.statement_id asc
