-- Which sources does the collection rest on?
-- One row per source: those whose text is held first, then those with most statements.
-- columns
--   source_id           varchar
--   title               varchar
--   publisher           varchar
--   publisher_country   varchar   ISO 3166 alpha-3
--   published           date
--   language            varchar
--   has_text            boolean
--   count_statements    bigint
select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.publisher_country,
    sources.published,
    sources.language,
    sources.text is not null as has_text,
    count(distinct evidence.statement_id) as count_statements
from sources
left join evidence using (source_id)
group by all
order by has_text desc, count_statements desc, sources.source_id asc
