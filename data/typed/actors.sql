-- Who can take a position?
-- One row per actor.
select
    actor_id,
    kind,
    name,
    short_name,
    iso3,
    region,
    subregion,
    coalesce(string_split(aliases, '|'), []) as aliases,
    founded,
    dissolved,
    wikidata,
    represents,
    description
from recorded_actors
order by actor_id
