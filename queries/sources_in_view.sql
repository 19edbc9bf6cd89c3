-- Which sources carry the statements in view?
-- One row per source, by id.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $issue_id       varchar     null = every issue
--   $actors         varchar[]   null = every actor
--   $members_of     varchar[]   organisations of which the actor was a full member on that day
--   $stances        varchar[]
--   $kinds          varchar[]
--   $attributions   varchar[]
--   $source_id      varchar
--   $event_id       varchar     that the statement reacts to; null = any or none
--   $is_whole       boolean     whether nothing narrows the view: then also sources that carry no statement
-- columns
--   source_id           varchar
--   kind                varchar
--   title               varchar
--   publisher           varchar
--   publisher_country   varchar
--   published           date      day of publication; the last day of the period where only that is known
--   date_precision      varchar   day | month | year; empty where no date is known
--   language            varchar
--   url                 varchar
--   actor_id            varchar
--   speaker             varchar
--   count_statements    bigint    statements in view that the source carries
with selected as (
    from
        selected_statements(
            $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
            $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar,
            only_event := $event_id::varchar
        )
),

carried as (
    select
        evidence.source_id,
        count(distinct evidence.statement_id) as count_statements
    from evidence
    inner join selected using (statement_id)
    where
        ($attributions::varchar[] is null or list_contains($attributions::varchar[], evidence.attribution))
        and ($source_id::varchar is null or evidence.source_id = $source_id)
    group by evidence.source_id
)

select
    sources.source_id,
    sources.kind,
    sources.title,
    sources.publisher,
    sources.publisher_country,
    coalesce(sources.published, sources.counts_on) as published,
    sources.date_precision,
    sources.language,
    sources.url,
    sources.actor_id,
    sources.speaker,
    coalesce(carried.count_statements, 0) as count_statements
from sources
left join carried using (source_id)
where $is_whole::boolean or carried.source_id is not null
order by sources.source_id
