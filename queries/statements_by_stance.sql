-- How do the statements in view divide by stance?
-- One row per stance and its words on an issue; most statements first.
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
-- columns
--   stance             varchar   support | oppose | neutral
--   stance_label       varchar   the stance in the issue's own words
--   count_statements   bigint
--   count_direct       bigint    those that rest on the actor's own publication
with counted as (
    select
        issue_id,
        stance,
        count(*) as count_statements,
        count(*) filter (where attribution = 'direct') as count_direct
    from
        selected_statements(
            $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
            $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
        )
    group by issue_id, stance
)

select
    counted.stance,
    stance_label(counted.stance, issues.support_label, issues.oppose_label, issues.neutral_label) as stance_label,
    sum(counted.count_statements)::bigint as count_statements,
    sum(counted.count_direct)::bigint as count_direct
from counted
inner join issues using (issue_id)
group by all
order by count_statements desc, counted.stance asc, stance_label asc
