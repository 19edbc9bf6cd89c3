-- On what do these statements rest?
-- One row per statement, source and passage; direct evidence first, then by source and place in the text.
-- parameters
--   $statement_ids      varchar[]
-- columns
--   statement_id        varchar
--   source_id           varchar
--   attribution         varchar    direct | press | listed
--   locator             varchar
--   source_title        varchar
--   publisher           varchar
--   publisher_country   varchar    name of the country
--   published           date       the last day of the period where only that is known
--   date_precision      varchar    day | month | year
--   language            varchar
--   url                 varchar
--   origin_id           varchar    the source that the text was first published in; null where no text is held
--   start               integer    first code point of the passage; null where no text is held
--   end                 integer    one past the last
--   text_before         varchar    up to 160 characters ahead of the passage, where the text is held
--   exact               varchar    the passage
--   text_after          varchar    up to 160 characters behind it
select
    evidence.statement_id,
    evidence.source_id,
    evidence.attribution,
    evidence.locator,
    sources.title as source_title,
    sources.publisher,
    countries.short_name as publisher_country,
    coalesce(sources.published, sources.counts_on) as published,
    sources.date_precision,
    sources.language,
    sources.url,
    sources.origin_id,
    evidence.start,
    evidence."end",
    sources.text[greatest(evidence.start - 159, 1):evidence.start] as text_before,
    evidence.exact,
    sources.text[evidence."end" + 1:evidence."end" + 160] as text_after
from evidence
inner join sources using (source_id)
left join actors as countries on sources.publisher_country = countries.actor_id
where list_contains($statement_ids::varchar[], evidence.statement_id)
order by
    evidence.statement_id,
    array_position(['direct', 'press', 'listed'], evidence.attribution),
    evidence.source_id,
    evidence.start nulls last,
    evidence.exact
