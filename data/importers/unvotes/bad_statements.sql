-- Which rows of statements.parquet cannot be read?
-- One row per such row, counted from 1, with what is wrong.
select
    statements.at_row,
    case
        when sources.source_id is null then 'names a source_id that sources.parquet does not have, or not rightly'
        when not coalesce(regexp_full_match(statements.actor_id, '[A-Z]{3}'), false)
            then 'has no actor_id of three letters'
        when coalesce(statements.stance, '') not in ('support', 'oppose', 'neutral')
            then 'has a stance that is none of support, oppose and neutral'
        when coalesce(statements.kind, '') <> 'vote' then 'has a kind that is not vote'
        when coalesce(statements.date <> sources.date, true) then 'has another date than its source'
        when count(*) over (partition by statements.source_id, statements.actor_id) > 1
            then 'has an actor_id that is there twice for its source_id'
    end as what
from statements
left join sources on statements.source_id = sources.source_id
qualify what is not null
order by statements.at_row
