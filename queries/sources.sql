-- Which sources does the collection rest on?
-- One row per source: those whose text is held first, then those with most statements.
-- columns
--   source_id           varchar
--   title               varchar
--   publisher           varchar
--   publisher_country   varchar   ISO 3166 alpha-3
--   published           date      the last day of the period where only that is known
--   date_precision      varchar   day | month | year
--   language            varchar
--   has_text            boolean
--   count_statements    bigint
select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.publisher_country,
    coalesce(sources.published, sources.counts_on) as published,
    sources.date_precision,
    sources.language,
    sources.text is not null as has_text,
    count(distinct evidence.statement_id) as count_statements
from sources
left join evidence using (source_id)
group by all
order by has_text desc, count_statements desc, sources.source_id asc
