-- Who can take a position, and since when, until when did it certainly or possibly exist?
-- One row per actor. A partial date never claims too much: the first day that it allows for the beginning, the
-- last one for the end. Without a date the actor is taken to have existed.
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
    case length(founded)
        when 4 then make_date(founded::bigint, 1, 1)
        when 7 then (founded || '-01')::date
        else founded::date
    end as exists_from,
    case length(dissolved)
        when 4 then make_date(dissolved::bigint, 12, 31)
        when 7 then last_day((dissolved || '-01')::date)
        else dissolved::date
    end as exists_until,
    wikidata,
    represents,
    description
from recorded_actors
order by actor_id
