-- Which articles are there?
-- One row per address. It is not known what they are called, nor in which language they are; words of the address
-- stand in for a title. An article that was found several times is of the day when it was found first.
-- Reads events (see distinct_events.sql).
with articles as (
    select
        source_id,
        any_value(url) as url,
        min(added_on) as published
    from events
    group by source_id
),

named as (
    select
        *,
        regexp_replace(lower(regexp_extract(url, '//([^/?#:]+)', 1)), '^www\.', '') as publisher,
        -- the last part of the path that has three words or more, without numbers; letters in code cannot be read
        list_last(
            list_filter(
                list_transform(
                    string_split(regexp_replace(regexp_extract(url, '//[^/?#]+([^?#]*)', 1), '\.[a-z]{3,5}$', ''), '/'),
                    lambda part: trim(regexp_replace(part, '[^\p{L}%]+', ' ', 'g'))
                ),
                lambda part: regexp_full_match(part, '\p{L}+( \p{L}+){2,}')
            )
        ) as words
    from articles
)

select
    source_id,
    'news' as kind,
    publisher,
    case
        when words is null then 'Article of ' || publisher || ', found on ' || strftime(published, '%-d %B %Y')
        else 'Article, by the words of its address: ' || left(words, 120) || if(length(words) > 120, '…', '')
    end as title,
    url,
    published,
    'day' as date_precision,
    published as counts_on
from named
