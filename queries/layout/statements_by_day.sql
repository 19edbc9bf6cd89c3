-- What was said last, without reading what was said before?
-- One row per statement that has a source, with what it is chosen by and its row in the table of statements; newest
-- first.
select
    counts_on,
    statement_id,
    rowid as row_number,
    issue_id,
    stance,
    kind
from statements
where count_sources > 0
order by counts_on desc, statement_id asc
