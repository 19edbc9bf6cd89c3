-- Who said what of whom?
-- One row per event. Reads events (see counted.sql), cameo and called (see rules.py).
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
    upper(left(actor.name, 1)) || substr(actor.name, 2) || ' ' || replace(cameo.words, '{target}', target.name)
    || ' (coded by machine from a news article: CAMEO ' || events.code || ').' as summary,
    'Coded by machine from one news article and checked by nobody: who spoke, of whom and in which sense may be wrong.'
        as doubt,
    []::varchar [] as organisations,
    'press' as attribution,
    1::integer as count_sources
from events
inner join cameo on events.code = cameo.code
inner join called as actor on events.actor_id = actor.actor_id
inner join called as target on events.target_id = target.actor_id
