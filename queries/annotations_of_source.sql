-- What is claimed of which passage of this source?
-- One row per statement and passage whose words are known, in the order of the text.
-- parameters
--   $source_id      varchar
-- columns
--   statement_id    varchar
--   actor_name      varchar   as the collection calls the actor
--   issue_title     varchar   as the collection calls the issue
--   stance_label    varchar   the stance in the words of its issue
--   summary         varchar   the statement, in our own words
--   url             varchar   address of the source
--   exact           varchar   the passage
--   prefix          varchar   the 32 characters ahead of it, more where its evidence does; null where none are known
--   suffix          varchar   the same behind it
--   start           integer   its first character, counted from 0; null where no text is held
--   end             integer   one past its last
--   text_sha256     varchar   SHA-256 of the text; null where none is held
select
    evidence.statement_id,
    statement_rows.actor_name,
    statement_rows.issue_title,
    statement_rows.stance_label,
    statement_rows.summary,
    sources.url,
    evidence.exact,
    coalesce(
        sources.text[
            greatest(evidence.start - greatest(coalesce(length(evidence.prefix), 0), 32), 0) + 1:evidence.start
        ],
        evidence.prefix
    ) as prefix,  -- noqa: RF04
    coalesce(
        sources.text[evidence."end" + 1:evidence."end" + greatest(coalesce(length(evidence.suffix), 0), 32)],
        evidence.suffix
    ) as suffix,  -- noqa: RF04
    evidence.start,
    evidence."end",
    case when evidence.start is not null then sources.text_sha256 end as text_sha256
from evidence
inner join sources using (source_id)
inner join statement_rows using (statement_id)
where evidence.source_id = $source_id and evidence.exact is not null
order by evidence.start asc nulls last, evidence."end" asc, evidence.statement_id asc, evidence.exact asc
