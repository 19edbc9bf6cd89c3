-- Of which votes is the complete roll call on record?
-- One row per roll call, in order of time.
-- columns
--   event_id            varchar
--   title               varchar
--   called_on           date
--   organisation_id     varchar   whose full members were called
--   organisation_name   varchar
select
    events.event_id,
    events.title,
    events.start_date as called_on,
    events.roll_call_of as organisation_id,
    actors.short_name as organisation_name
from events
left join actors on events.roll_call_of = actors.actor_id
where events.roll_call_of is not null
order by events.start_date, events.event_id
