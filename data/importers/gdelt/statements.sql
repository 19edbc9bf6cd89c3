-- Who said what of whom?
-- One row per event. Reads events (see distinct_events.sql), cameo and called (see rules.py).
select
    'gdelt-' || events.event_id as statement_id,
    events.actor_id,
    'Not named' as speaker,
    events.happened_on as date,  -- noqa: RF04
    'day' as date_precision,
    events.happened_on as counts_on,
    'stance-towards-' || lower(events.target_id) as issue_id,
    cameo.stance,
    'statement' as kind,
    upper(left(speaker.name, 1)) || substr(speaker.name, 2) || ' ' || replace(cameo.words, '{target}', spoken_of.name)
    || ' (coded by machine from a news article: CAMEO ' || events.code || ').' as summary,  -- noqa: RF04
    'Coded by machine from one news article and checked by nobody: who spoke, of whom and in which sense may be wrong'
        as doubt,
    [] as organisations,
    'press' as attribution,
    1 as count_sources
from events
inner join cameo on events.code = cameo.code
inner join called as speaker on events.actor_id = speaker.actor_id
inner join called as spoken_of on events.target_id = spoken_of.actor_id
