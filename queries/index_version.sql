-- Which version of the collection is this, and of the texts that it holds or that were fetched for it?
-- One row, or none where there is no collection.
-- columns
--   data_version   varchar
--   texts_sha256   varchar   of the ids and hashes of all texts; null without any
with held as (
    select sha256(string_agg(source_id || ' ' || text_sha256, chr(10) order by source_id)) as texts_sha256
    from sources
    where text is not null
)

select
    collection.data_version,
    held.texts_sha256
from collection
cross join held
