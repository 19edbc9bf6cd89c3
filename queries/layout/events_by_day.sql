-- How many statements on each event count from each day?
-- One row per day and event; statements without a source are not counted.
select
    counts_on,
    event_id,
    count(*) as count_statements
from statements
where count_sources > 0 and event_id is not null
group by counts_on, event_id
order by counts_on, event_id
