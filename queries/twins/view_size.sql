-- How much is in the reader's view?
-- One row.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
-- columns
--   count_statements   bigint
--   count_actors       bigint
select
    coalesce(sum(count_statements), 0)::bigint as count_statements,
    count(distinct actor_id) as count_actors
from actors_by_day
where ($since::date is null or counts_on >= $since::date) and ($until::date is null or counts_on <= $until::date)
