-- Which documents hold this, read one by one?
-- One row per document, newest first. Read is the folded text: small letters without diacritics, other forms of a
-- letter as they are; the unit separator stands between headings, notes and text.
-- parameters
--   $pattern    varchar   a regular expression; null = any document
-- columns
--   found_in    varchar   source | statement | event | actor
--   id          varchar
--   country     varchar   of the publisher of a source
--   language    varchar   of a source, ISO 639-1
--   actor_id    varchar   whose own document or statement it is
--   counts_on   date
--   has_body    boolean   whether more of it is held than what it is called
with lowered as (
    select
        *,
        lower(replace(array_to_string(list_concat(heading, beside, [body]), chr(31)), chr(0), ' ')) as written
    from documents
),

folded as (
    select
        *,
        -- Most texts have no letter that needs more than that.
        case
            when not regexp_matches(written, '[^\x00-\x7f\x{a0}-\x{bf}\x{2000}-\x{206f}]') then written
            else
                replace(replace(replace(replace(
                    translate(strip_accents(written), 'əǝıøłđðħŧŋɓɗƙƴĸς', 'aaiolddhtnbdkykσ'),
                    'æ', 'ae'
                ), 'œ', 'oe'), 'þ', 'th'), 'ß', 'ss')
        end as readable
    from lowered
)

select
    found_in,
    id,
    country,
    language,
    actor_id,
    counts_on,
    body is not null as has_body
from folded
where $pattern::varchar is null or regexp_matches(readable, $pattern)
order by counts_on desc nulls last, found_in asc, id asc
