-- What were statements about?
-- One row per event.
select
    event_id,
    title,
    start_date::date as start_date,
    end_date::date as end_date,
    kind,
    place,
    latitude::double as latitude,
    longitude::double as longitude,
    summary,
    roll_call_of,
    source_id
from recorded_events
order by event_id
