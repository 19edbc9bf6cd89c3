-- Which text that is held has the same words as this one, whatever white space stands between them?
-- One row, or none where no such text is held.
-- parameters
--   $words   varchar   with one space between two
-- columns
--   source_id   varchar
--   text        varchar   as it is held
select
    source_id,
    text
from sources
-- Folding every text takes longer than most of them deserve: the same words are never fewer letters.
where
    length(text) between length($words) and 2 * length($words)
    and trim(regexp_replace(text, '\s+', ' ', 'g')) = $words
order by source_id
limit 1
