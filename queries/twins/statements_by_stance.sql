-- How do the statements in view divide by stance?
-- One row per stance and its words on an issue; most statements first.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
-- columns
--   stance             varchar   support | oppose | neutral
--   stance_label       varchar   the stance in the issue's own words
--   count_statements   bigint
--   count_direct       bigint    those that rest on the actor's own publication
select
    stance,
    stance_label(stance, support_label, oppose_label, neutral_label) as stance_label,
    sum(count_statements)::bigint as count_statements,
    coalesce(sum(count_statements) filter (where is_direct), 0)::bigint as count_direct
from labels_by_day
where ($since::date is null or counts_on >= $since::date) and ($until::date is null or counts_on <= $until::date)
group by all
order by count_statements desc, stance asc, stance_label asc
