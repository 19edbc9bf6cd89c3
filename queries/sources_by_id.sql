-- What are these sources?
-- One row per source, by id.
-- parameters
--   $source_ids      varchar[]
-- columns
--   source_id        varchar
--   title            varchar
--   publisher        varchar
--   counts_on        date       null where no date is known
--   date_precision   varchar    day | month | year
--   language         varchar    ISO 639-1
--   actor_id         varchar    whose own document it is
--   actor_name       varchar
--   speaker          varchar    who speaks in it for that actor
select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.counts_on,
    sources.date_precision,
    sources.language,
    sources.actor_id,
    actors.short_name as actor_name,
    sources.speaker
from sources
left join actors using (actor_id)
where list_contains($source_ids::varchar[], sources.source_id)
order by sources.source_id
