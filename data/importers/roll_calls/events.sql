-- When was each roll call held, and with which result?
-- One row per roll call. Where only its month is known it stands on the last day of it, from which its votes count:
-- an event has no precision of its own, and nobody is said to have been absent before others are said to have voted.
-- Nor is anybody where rows could not be read: such a list is not that of a complete roll call.
select
    call_id as event_id,
    title,
    counts_on as start_date,
    if(date_precision = 'day', counts_on, null) as end_date,
    'resolution' as kind,
    'Roll call of the UN ' || body || ', ' || known || ': ' || in_favour || ' in favour, ' || against || ' against, '
    || abstained || ' abstained' || if(not_voting > 0, ', ' || not_voting || ' listed as not voting', '') || '.'
    || coalesce(' ' || note, '') as summary,  -- noqa: RF04
    if(count_lost > 0, null, 'UN') as roll_call_of,
    call_id as source_id
from told
order by event_id
