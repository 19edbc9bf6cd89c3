-- Which rows of sources.parquet cannot be read?
-- One row per such row, counted from 1, with what is wrong.
select
    at_row,
    case
        when not coalesce(regexp_full_match(source_id, 'unga-[0-9]{1,9}'), false) then 'has no source_id such as unga-3'
        when coalesce('unga-' || rcid, '') <> source_id then 'has a source_id that is not that of its rcid'
        when count(*) over (partition by source_id) > 1 then 'has a source_id that is there twice'
        when date is null or year(date) not between 1945 and 2100 then 'has no date since 1945'
        when session is null then 'has no session'
        when length(resolution) > 200 then 'has a resolution of more than 200 characters'
        when
            greatest(length(text), length(title)) > 4000
            then 'has a cell of more than 4,000 characters'
    end as what
from sources
qualify what is not null
order by at_row
