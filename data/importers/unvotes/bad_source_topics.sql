-- Which rows of source_topics.parquet cannot be read?
-- One row per such row, counted from 1, with what is wrong.
with judged as (
    select
        at_row,
        case
            when coalesce(source_id, '') not in (select sources.source_id from sources)
                then 'names a source_id that sources.parquet does not have, or not rightly'
            when coalesce(trim(topic), '') = '' or length(topic) > 200
                then 'has no topic, or one of more than 200 characters'
        end as what
    from source_topics
)

select
    at_row,
    what
from judged
where what is not null
order by at_row
