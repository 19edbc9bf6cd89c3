-- On which hundred of the events that touch a range was most said in it?
with counted as (
    select
        event_id,
        count(*) as count_statements
    from statements
    where counts_on between $since and $until and count_sources > 0 and event_id is not null
    group by event_id
)

select
    events.event_id,
    coalesce(counted.count_statements, 0) as count_on_event
from events
left join counted on events.event_id = counted.event_id
where events.start_date <= $until and coalesce(events.end_date, events.start_date) >= $since
order by count_on_event desc, events.event_id asc
limit 100
