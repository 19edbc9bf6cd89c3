-- What happened in the range, and how many statements in view react to it?
-- One row per event that touches the range, by start; without a known end only the first day counts.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
-- columns
--   event_id            varchar
--   title               varchar
--   start_date          date
--   end_date            date
--   kind                varchar
--   place               varchar
--   latitude            double
--   longitude           double
--   summary             varchar
--   source_id           varchar
--   count_statements    bigint    statements in view on the event
with counted as (
    select
        event_id,
        sum(count_statements)::bigint as count_statements
    from events_by_day
    where ($since::date is null or counts_on >= $since::date) and ($until::date is null or counts_on <= $until::date)
    group by event_id
)

select
    events.event_id,
    events.title,
    events.start_date,
    events.end_date,
    events.kind,
    events.place,
    events.latitude,
    events.longitude,
    events.summary,
    events.source_id,
    coalesce(counted.count_statements, 0) as count_statements
from events
left join counted using (event_id)
where
    ($until::date is null or events.start_date <= $until::date)
    and ($since::date is null or coalesce(events.end_date, events.start_date) >= $since::date)
order by events.start_date, events.event_id
