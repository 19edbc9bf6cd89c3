-- Of whom do we hold texts, and from which years?
-- One row per actor and year with sources that are the actor's own and whose text is held.
-- parameters
--   $since            date     null = any
--   $until            date     null = any
-- columns
--   actor_id          varchar
--   year              bigint
--   count_documents   bigint
select
    actor_id,
    year(counts_on) as year,  -- noqa: RF04
    count(*) as count_documents
from sources
where
    text is not null
    and actor_id is not null
    and counts_on is not null
    and ($since::date is null or counts_on >= $since)
    and ($until::date is null or counts_on <= $until)
group by all
order by actor_id, year
