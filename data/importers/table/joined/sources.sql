-- Which sources are there: those that are listed, and those that the rows of the sheet name?
-- One row per source. Where rows say different things of one source, all that is said of it stands in one of these
-- rows, which is the first by the alphabet, and `count_variants` is more than 1. A source without a title is called by
-- its address, one without a publisher by its host.
with said as (
    select
        source_id,
        {
            'kind': source_kind,
            'publisher': source_publisher,
            'publisher_country': source_country,
            'title': source_title,
            'url': source_url,
            'published': source_published,
            'published_precision': source_published_precision_read,
            'language': source_language
        } as said_of_it
    from sourced
    where
        source_id not in (select listed_sources.source_id from listed_sources)
        -- A row that has the id alone says nothing of the source.
        and coalesce(
            source_kind, source_publisher, source_country, source_title, source_url, source_published, source_language
        ) is not null
),

named as (
    select
        source_id,
        unnest(min(said_of_it)),  -- noqa: AL03
        count(distinct said_of_it) as count_variants
    from said
    group by source_id
),

every as (
    select
        source_id,
        kind,
        publisher,
        publisher_country,
        title,
        url,
        published,
        published_precision,
        language,
        1 as count_variants
    from listed_sources
    union all
    select * from named
)

select
    * replace (
        coalesce(kind, 'document') as kind,
        coalesce(title, url) as title,
        coalesce(publisher, regexp_extract(url, '(?i)^https?://([^/:?#]+)', 1), 'Publisher not stated') as publisher,
        -- Pages expect a text; an empty one is no link.
        coalesce(url, '') as url
    )
from every
where
    source_id != 'this-sheet'
    or source_id in (select recorded_evidence.source_id from recorded_evidence)
    or source_id in (select recorded_events.source_id from recorded_events)
