-- How did each actor stand on an issue at the end of a range, by what it said itself on the last day that it spoke?
with own as (
    select
        actor_id,
        stance,
        counts_on,
        max(counts_on) over (partition by actor_id) as last_day
    from statements
    where issue_id = $issue_id and counts_on between $since and $until and count_sources > 0
)

select
    actor_id,
    case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance
from own
where counts_on = last_day
group by actor_id
