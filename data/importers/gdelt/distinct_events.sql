-- Which events are there, each of them once?
-- One row per event, with the id of its source. An event that several files hold is that of the file from the earliest
-- day; were several of that day different, the order of their cells decides, so that the order of files never does.
-- Reads read_events, the rows of all parts.
with earliest as (
    select
        event_id,
        min({
            'added_on': added_on,
            'url': url,
            'happened_on': happened_on,
            'actor_id': actor_id,
            'target_id': target_id,
            'code': code
        }) as event
    from read_events
    group by event_id
)

select
    event_id,
    event.added_on,
    event.url,
    event.happened_on,
    event.actor_id,
    event.target_id,
    event.code,
    'gdelt-' || left(sha256(event.url), 24) as source_id
from earliest
