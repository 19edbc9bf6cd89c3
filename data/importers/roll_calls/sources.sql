-- Which records list the votes?
-- One row per roll call. Its text is what the file says of it, letter by letter.
select
    call_id as source_id,
    'database' as kind,
    publisher,
    'Roll call: ' || title as title,
    url,
    if(date_precision = 'day', date, null) as published,
    'en' as language,  -- noqa: RF04
    date_precision,
    counts_on,
    words as text,  -- noqa: RF04
    sha256(words) as text_sha256,
    -- Every roll call is a record of its own, also where several were on the same words.
    if(words is null, null, call_id) as origin_id
from told
order by source_id
