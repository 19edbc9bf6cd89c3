-- What can be supported or opposed?
-- One row per issue.
select
    issue_id,
    title,
    proposition,
    support_label,
    oppose_label,
    neutral_label,
    support_answer,
    oppose_answer,
    neutral_answer,
    words_issue_id,
    note
from recorded_issues
order by issue_id
