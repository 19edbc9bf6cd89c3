-- On what do the statements in view rest?
-- One row per statement, source and passage, by these.
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
-- columns
--   statement_id        varchar
--   source_id           varchar
--   attribution         varchar   direct | press | listed
--   locator             varchar
--   exact               varchar
--   start               integer
--   end                 integer
--   actor_id            varchar   whose statement it is
--   issue_id            varchar   that the statement is about
--   stance              varchar   of the statement: support | oppose | neutral
--   counts_on           date      day from which the statement counts
--   source_title        varchar   title of the source
--   publisher           varchar   of the source
--   publisher_country   varchar   ISO 3166-1 alpha-3 of the publisher's country
--   published           date      day of publication; the last day of the period where only that is known
--   language            varchar   of the source, ISO 639-1
--   url                 varchar   address of the source
with selected as (
    from
        selected_statements(
            $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
            $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar,
            only_event := $event_id::varchar
        )
)

select
    evidence.statement_id,
    evidence.source_id,
    evidence.attribution,
    evidence.locator,
    evidence.exact,
    evidence.start,
    evidence."end",
    selected.actor_id,
    selected.issue_id,
    selected.stance,
    selected.counts_on,
    sources.title as source_title,
    sources.publisher,
    sources.publisher_country,
    coalesce(sources.published, sources.counts_on) as published,
    sources.language,
    sources.url
from evidence
inner join selected using (statement_id)
inner join sources using (source_id)
where
    ($attributions::varchar[] is null or list_contains($attributions::varchar[], evidence.attribution))
    and ($source_id::varchar is null or evidence.source_id = $source_id)
order by evidence.statement_id, evidence.source_id, evidence.start nulls last, evidence.exact nulls last
