-- How many statements of a range are there by actor_id?
select
    actor_id,
    count(*) as count_statements
from statements
where counts_on between $since and $until and count_sources > 0
group by actor_id
