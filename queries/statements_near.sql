-- Which statements of these actors on these issues are held around these days?
-- One row per statement, oldest first.
-- parameters
--   $actor_ids     varchar[]
--   $issue_ids     varchar[]
--   $earliest      date
--   $latest        date
-- columns
--   statement_id   varchar
--   actor_id       varchar
--   issue_id       varchar
--   date           date
--   counts_on      date        the last day of its period, where only that is known
--   date_label     varchar
--   stance         varchar
--   stance_label   varchar
--   summary        varchar
select
    statement_id,
    actor_id,
    issue_id,
    date,
    counts_on,
    date_label,
    stance,
    stance_label,
    summary
from statement_rows
where
    list_contains($actor_ids::varchar[], actor_id)
    and list_contains($issue_ids::varchar[], issue_id)
    and counts_on >= $earliest::date
    and date <= $latest::date
order by date asc, statement_id asc
