-- Which sources have this address, or this very text?
-- One row per source.
-- parameters
--   $url           varchar
--   $text_sha256   varchar   of the text in UTF-8
-- columns
--   source_id      varchar
--   title          varchar
--   publisher      varchar
--   has_text       boolean   whether it is this very text that is held
select
    source_id,
    title,
    publisher,
    coalesce(text_sha256 = $text_sha256, false) as has_text
from sources
where url = $url or text_sha256 = $text_sha256
order by has_text desc, source_id asc
