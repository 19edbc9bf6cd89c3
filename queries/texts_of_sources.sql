-- What do these sources say?
-- One row per source, with the columns of `texts_of_documents`.
-- parameters
--   $source_ids   varchar[]
-- columns
--   found_in      varchar     source
--   id            varchar
--   country       varchar     of the publisher
--   language      varchar     ISO 639-1
--   actor_id      varchar     whose own document it is
--   counts_on     date
--   heading       varchar[]   may hold nulls
--   beside        varchar[]   may hold nulls
--   body          varchar     null where none is held
with chosen as (
    select rowid as place
    from sources
    where source_id in (select unnest($source_ids::varchar[]))
)

-- By their place, so that only the texts that are asked for are read: it takes half the time or less.
select
    'source' as found_in,
    sources.source_id as id,
    sources.publisher_country as country,
    sources.language,
    sources.actor_id,
    sources.counts_on,
    [sources.title] as heading,
    [sources.publisher] as beside,
    sources.text as body
from sources
inner join chosen on sources.rowid = chosen.place
order by sources.source_id
