-- Of which sources was the text fetched to this machine?
-- One row per source, by id.
-- columns
--   source_id   varchar
select source_id
from fetched_texts
order by source_id
