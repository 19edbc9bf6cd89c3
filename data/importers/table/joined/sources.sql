-- Which sources are there: those that are listed, and those that the rows of the sheet name?
-- One row per source. Where rows say different things of one source, the first by the alphabet stands, and
-- `count_variants` is more than 1. A source without a title is called by its address, one without a publisher by its
-- host.
with named as (
    select
        source_id,
        min(source_kind) as kind,
        min(source_publisher) as publisher,
        min(source_country) as publisher_country,
        min(source_title) as title,
        min(source_url) as url,
        min(source_published) as published,
        min(source_published_precision_read) as published_precision,
        min(source_language) as language,  -- noqa: RF04
        greatest(
            count(distinct source_title), count(distinct source_publisher), count(distinct source_url),
            count(distinct source_published), count(distinct source_kind), count(distinct source_language)
        ) as count_variants
    from sourced
    where source_id is not null and source_id not in (select listed_sources.source_id from listed_sources)
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
