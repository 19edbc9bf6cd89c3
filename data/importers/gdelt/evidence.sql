-- On which article does each statement rest?
-- One row per event. Reads events (see distinct_events.sql).
select
    'gdelt-' || event_id as statement_id,
    source_id,
    'press' as attribution,
    'Event ' || event_id || ' of GDELT' as locator
from events
