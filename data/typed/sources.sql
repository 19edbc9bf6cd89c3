-- Where do we know it from?
-- One row per source, with its text where we hold it.
select
    recorded_sources.source_id,
    recorded_sources.kind,
    recorded_sources.publisher,
    recorded_sources.publisher_country,
    recorded_sources.title,
    recorded_sources.url,
    recorded_sources.published::date as published,
    recorded_sources.language,
    held_texts.text,
    held_texts.text_sha256
from recorded_sources
left join held_texts on recorded_sources.source_id = held_texts.source_id
order by recorded_sources.source_id
