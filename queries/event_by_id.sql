-- What happened at one event, where, and what came before and after it?
-- One row, or none where no event has the id.
-- parameters
--   $event_id        varchar
-- columns
--   event_id         varchar
--   title            varchar
--   start_date       date
--   end_date         date
--   kind             varchar
--   place            varchar
--   latitude         double
--   longitude        double
--   summary          varchar
--   roll_call_of     varchar
--   source_id        varchar
--   source_title     varchar   title of the source
--   publisher        varchar   publisher of the source
--   published        date      day on which the source appeared
--   previous_id      varchar   the event before it in order of time
--   previous_title   varchar   its title
--   next_id          varchar   the event after it in order of time
--   next_title       varchar   its title
with in_order as (
    select
        events.*,
        lag(events.event_id) over in_time as previous_id,
        lag(events.title) over in_time as previous_title,
        lead(events.event_id) over in_time as next_id,
        lead(events.title) over in_time as next_title
    from events
    window in_time as (order by events.start_date, events.event_id)
)

select
    in_order.event_id,
    in_order.title,
    in_order.start_date,
    in_order.end_date,
    in_order.kind,
    in_order.place,
    in_order.latitude,
    in_order.longitude,
    in_order.summary,
    in_order.roll_call_of,
    in_order.source_id,
    sources.title as source_title,
    sources.publisher,
    sources.published,
    in_order.previous_id,
    in_order.previous_title,
    in_order.next_id,
    in_order.next_title
from in_order
inner join sources using (source_id)
where in_order.event_id = $event_id
