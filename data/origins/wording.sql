-- Which wording do these texts have?
-- One row per text and run of five words, without case and accents; a text of fewer words is a single run.
-- Reads batch (number, text).
with texts as (
    select
        number,
        regexp_extract_all(strip_accents(lower(text)), '[\p{L}\p{M}\p{N}]+') as words
    from batch
),

runs as (
    select
        number,
        list_slice(
            list_zip(
                words,
                list_slice(words, 2, -1),
                list_slice(words, 3, -1),
                list_slice(words, 4, -1),
                list_slice(words, 5, -1)
            ),
            1, greatest(len(words) - 4, 1)
        ) as runs
    from texts
    where len(words) > 0
)

select
    number,
    -- noqa: disable=LT01
    unnest(list_distinct(list_transform(runs, lambda r: hash(r)))) as run
from runs
