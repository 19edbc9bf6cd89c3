-- Where do we know it from?
-- One row per source: whose own document it is, from which day it counts (the last of its period), and its text where
-- we hold it.
with own as (
    select
        recorded_evidence.source_id,
        any_value(recorded_statements.actor_id) as actor_id,
        case
            when count(distinct recorded_statements.speaker) = 1 then any_value(recorded_statements.speaker)
        end as speaker
    from recorded_evidence
    inner join recorded_statements on recorded_evidence.statement_id = recorded_statements.statement_id
    where recorded_evidence.attribution = 'direct'
    group by recorded_evidence.source_id
    having count(distinct recorded_statements.actor_id) = 1
)

select
    recorded_sources.source_id,
    recorded_sources.kind,
    recorded_sources.publisher,
    recorded_sources.publisher_country,
    recorded_sources.title,
    recorded_sources.url,
    recorded_sources.published::date as published,
    recorded_sources.language,
    own.actor_id,
    own.speaker,
    case when recorded_sources.published is not null then 'day' end as date_precision,
    recorded_sources.published::date as counts_on,
    held_texts.text,
    held_texts.text_sha256,
    held_texts.origin_id
from recorded_sources
left join own on recorded_sources.source_id = own.source_id
left join held_texts on recorded_sources.source_id = held_texts.source_id
order by recorded_sources.source_id
