-- What are these documents called?
-- One row per document, by id.
-- parameters
--   $found_in   varchar     source | statement | event | actor
--   $ids        varchar[]
-- columns
--   found_in    varchar
--   id          varchar
--   title       varchar     of a statement what it says
--   actor_id    varchar     whose own document or statement it is
--   counts_on   date
--   language    varchar     of a source, ISO 639-1
select
    found_in,
    id,
    if(found_in = 'statement', body, heading[1]) as title,
    actor_id,
    counts_on,
    language
from documents
where found_in = $found_in and list_contains($ids::varchar[], id)
order by id
