-- Which collection is this, and which version of it?
-- One row.
-- columns
--   collection_id   varchar
--   title           varchar
--   description     varchar
--   licence         varchar
--   licence_url     varchar
--   data_version    varchar   changes when any row changes
--   first_date      date      of the statements
--   last_date       date
select
    collection_id,
    title,
    description,
    licence,
    licence_url,
    data_version,
    first_date,
    last_date
from collection
