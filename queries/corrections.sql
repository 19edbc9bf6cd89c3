-- What was corrected after publication?
-- One row per row of a table that was changed, newest first.
-- columns
--   date           date
--   table          varchar
--   id             varchar
--   what           varchar
--   why            varchar
--   reported_by    varchar
--   statement_id   varchar   the statement that was changed, or what it rests on; null in other tables
--   is_retracted   boolean   that statement is in the collection no longer
--   actor_id       varchar   who made it; null where it is there no longer
--   actor_name     varchar   its name
--   issue_id       varchar   what it was about
--   issue_title    varchar   its title
with told as (
    select
        corrections.date,
        corrections.table,
        corrections.id,
        corrections.what,
        corrections.why,
        corrections.reported_by,
        -- The key of a piece of evidence begins with that of its statement.
        case when corrections.table in ('statements', 'evidence') then split_part(corrections.id, '|', 1) end
            as statement_id
    from corrections
)

select
    told.date,
    told.table,
    told.id,
    told.what,
    told.why,
    told.reported_by,
    told.statement_id,
    told.statement_id is not null and statement_rows.statement_id is null as is_retracted,
    statement_rows.actor_id,
    statement_rows.actor_name,
    statement_rows.issue_id,
    statement_rows.issue_title
from told
left join statement_rows on told.statement_id = statement_rows.statement_id
order by told.date desc, told.table asc, told.id asc, told.what asc
