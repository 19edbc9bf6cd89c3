-- How many statements of each actor count from each day?
-- One row per day and actor; statements without a source are not counted.
select
    counts_on,
    actor_id,
    count(*) as count_statements
from statements
where count_sources > 0
group by counts_on, actor_id
order by counts_on, actor_id
