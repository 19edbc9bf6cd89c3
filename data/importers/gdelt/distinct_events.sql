-- Which events are there, each of them once?
-- One row per event, with the id of its source. An event that several rows hold is that of the earliest DATEADDED;
-- where that is the same, the order of their cells decides, so that the order of files never does.
-- Reads read_events, the rows of all parts.
with earliest as (
    select
        read_events.event_id,
        min({
            'added_on': read_events.added_on,
            'url': read_events.url,
            'happened_on': read_events.happened_on,
            'actor_id': read_events.actor_id,
            'target_id': read_events.target_id,
            'code': read_events.code
        }) as cells
    from read_events
    group by read_events.event_id
)

select
    event_id,
    cells['added_on'] as added_on,
    cells['url'] as url,
    cells['happened_on'] as happened_on,
    cells['actor_id'] as actor_id,
    cells['target_id'] as target_id,
    cells['code'] as code,
    'gdelt-' || left(sha256(cells['url']), 24) as source_id
from earliest
