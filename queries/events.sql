-- What happened?
-- One row per event, in order of time.
-- columns
--   event_id     varchar
--   title        varchar
--   start_date   date
--   end_date     date
--   kind         varchar
--   place        varchar
--   summary      varchar
--   source_id    varchar
select
    events.event_id,
    events.title,
    events.start_date,
    events.end_date,
    events.kind,
    events.place,
    events.summary,
    events.source_id
from events
order by events.start_date, events.event_id
