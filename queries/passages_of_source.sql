-- Which statements rest on this source, and on which passages?
-- One row per statement and passage, in the order of the text, then newest first.
-- parameters
--   $source_id       varchar
-- columns
--   statement_id     varchar
--   source_id        varchar
--   start            integer   first code point of the passage; null where no text is held
--   end              integer   one past the last
--   attribution      varchar
--   locator          varchar
--   date_label       varchar
--   actor_id         varchar
--   actor_name       varchar
--   kind             varchar   of the statement
--   issue_title      varchar
--   stance           varchar
--   stance_label     varchar
--   summary          varchar
--   doubt            varchar
select
    evidence.statement_id,
    evidence.source_id,
    evidence.start,
    evidence."end",
    evidence.attribution,
    evidence.locator,
    statement_rows.date_label,
    statement_rows.actor_id,
    statement_rows.actor_name,
    statement_rows.kind,
    statement_rows.issue_title,
    statement_rows.stance,
    statement_rows.stance_label,
    statement_rows.summary,
    statement_rows.doubt
from evidence
inner join statement_rows using (statement_id)
inner join statements using (statement_id)
where evidence.source_id = $source_id
order by
    evidence.start asc nulls last, evidence."end" asc, statements.counts_on desc, evidence.statement_id asc
