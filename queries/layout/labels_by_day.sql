-- How many statements count from each day, by their stance and the words that their issue has for stances?
-- One row per day, stance, such words, and whether the actor's own publication says so; without a source not counted.
select
    statements.counts_on,
    statements.stance,
    issues.support_label,
    issues.oppose_label,
    issues.neutral_label,
    statements.attribution = 'direct' as is_direct,
    count(*) as count_statements
from statements
inner join issues using (issue_id)
where statements.count_sources > 0
group by all
order by all
