-- Which fifty statements of one stance are the newest of a range, and whose are they?
select
    statements.statement_id,
    actors.short_name
from statements
inner join actors on statements.actor_id = actors.actor_id
where
    statements.counts_on between $since and $until
    and statements.stance = $stance
    and statements.count_sources > 0
order by statements.counts_on desc, statements.statement_id asc
limit 50
