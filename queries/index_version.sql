-- Which version of the collection, and of the texts that it holds or that were fetched, is this?
-- One row.
-- columns
--   data_version   varchar
--   texts_sha256   varchar   of the ids and hashes of all texts; null without any
select
    any_value(collection.data_version) as data_version,
    any_value(held.texts_sha256) as texts_sha256
from collection
cross join (
    select sha256(string_agg(source_id || ' ' || text_sha256, chr(10) order by source_id)) as texts_sha256
    from sources
    where text is not null
) as held
