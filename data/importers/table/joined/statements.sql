-- What does each row of the sheet say, with a word for what it leaves out?
-- One row per statement. Every table of the project has a speaker, a kind and a summary for each; these are the words
-- for "nobody is named", for the form that says least, and for the stance alone.
select
    sourced.* replace (
        coalesce(sourced.speaker, 'Not named') as speaker,
        coalesce(sourced.kind, 'statement') as kind,
        coalesce(
            sourced.summary,
            case sourced.stance
                when 'support' then issues.support_label
                when 'oppose' then issues.oppose_label
                else issues.neutral_label
            end || ': ' || issues.title || ' (the sheet gives no summary)'
        ) as summary  -- noqa: RF04
    )
from sourced
inner join recorded_issues as issues on sourced.issue_id = issues.issue_id
