-- From which countries and in which languages do the sources come?
-- One row per country of publication and language; most sources first.
-- columns
--   publisher_country   varchar   name of the country; null = not known or international
--   language            varchar   ISO 639-1
--   count_sources       bigint
select
    actors.short_name as publisher_country,
    sources.language,
    count(*) as count_sources
from sources
left join actors on sources.publisher_country = actors.actor_id
group by all
order by count_sources desc, publisher_country asc, sources.language asc
