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
--   published           date
--   language            varchar
--   text                varchar   null where no text is held
--   text_sha256         varchar
select
    sources.source_id,
    sources.kind,
    sources.publisher,
    actors.short_name as publisher_country,
    sources.title,
    sources.url,
    sources.published,
    sources.language,
    sources.text,
    sources.text_sha256
from sources
left join actors on sources.publisher_country = actors.actor_id
where sources.source_id = $source_id
