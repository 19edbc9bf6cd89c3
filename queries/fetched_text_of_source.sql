-- From where and when did the reader of this machine fetch the text of a source?
-- One row, or none where the text was not fetched.
-- parameters
--   $source_id     varchar
-- columns
--   fetched_from   varchar     address of the page that the text was taken from
--   fetched_at     timestamp   UTC
--   licence        varchar     what the page says of the use of its text
select
    fetched_from,
    fetched_at,
    licence
from fetched_texts
where source_id = $source_id
