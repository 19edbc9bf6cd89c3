-- What is this source?
-- One row, or none when the id is unknown.
-- parameters
--   $source_id          varchar
-- columns
--   source_id           varchar
--   kind                varchar
--   publisher           varchar
--   publisher_country   varchar   name of the country
--   title               varchar
--   url                 varchar
--   published           date      the last day of the period where only that is known
--   date_precision      varchar   day | month | year
--   language            varchar
--   actor_id            varchar   whose own document it is; null for others
--   actor_name          varchar
--   speaker             varchar   who speaks in it, where that is one person
--   text                varchar   null where no text is held
--   text_sha256         varchar
select
    sources.source_id,
    sources.kind,
    sources.publisher,
    countries.short_name as publisher_country,
    sources.title,
    sources.url,
    coalesce(sources.published, sources.counts_on) as published,
    sources.date_precision,
    sources.language,
    sources.actor_id,
    actors.short_name as actor_name,
    sources.speaker,
    sources.text,
    sources.text_sha256
from sources
left join actors as countries on sources.publisher_country = countries.actor_id
left join actors on sources.actor_id = actors.actor_id
where sources.source_id = $source_id
