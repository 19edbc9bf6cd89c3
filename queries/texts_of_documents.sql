-- What do these documents say?
-- One row per document: what it is, its heading, short notes beside its body, and the body.
-- parameters
--   $found_in   varchar     null = any kind
--   $ids        varchar[]   null = all of the kind
-- columns
--   found_in    varchar     source | statement | event | actor
--   id          varchar
--   country     varchar     of the publisher of a source
--   language    varchar     of a source, ISO 639-1
--   actor_id    varchar     whose own document or statement it is
--   counts_on   date
--   heading     varchar[]   may hold nulls
--   beside      varchar[]   may hold nulls
--   body        varchar
select
    found_in,
    id,
    country,
    language,
    actor_id,
    counts_on,
    heading,
    beside,
    body
from documents
where
    ($found_in::varchar is null or found_in = $found_in)
    and ($ids::varchar[] is null or list_contains($ids::varchar[], id))
order by found_in, id
