-- What do these statements say?
-- One row per statement, newest first.
-- parameters
--   $statement_ids   varchar[]
-- columns
--   statement_id     varchar
--   date             date
--   date_precision   varchar
--   date_label       varchar     the date as known: 15 April 2020, April 2020, 2020
--   counts_on        date
--   actor_id         varchar
--   actor_name       varchar
--   speaker          varchar
--   issue_id         varchar
--   issue_title      varchar
--   stance           varchar
--   stance_label     varchar
--   kind             varchar
--   summary          varchar
--   doubt            varchar
--   event_id         varchar
--   event_title      varchar
select * from statement_rows
where list_contains($statement_ids::varchar[], statement_id)
order by counts_on desc, statement_id asc
