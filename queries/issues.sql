-- On which propositions can one take a stance?
-- One row per issue; the one with most statements first.
-- columns
--   issue_id           varchar
--   title              varchar
--   proposition        varchar
--   support_label      varchar
--   oppose_label       varchar
--   neutral_label      varchar
--   support_answer     varchar   what those who support did, for a sentence: backed the return
--   oppose_answer      varchar
--   neutral_answer     varchar
--   note               varchar
--   count_statements   bigint
select
    issues.issue_id,
    issues.title,
    issues.proposition,
    issues.support_label,
    issues.oppose_label,
    issues.neutral_label,
    issues.support_answer,
    issues.oppose_answer,
    issues.neutral_answer,
    issues.note,
    count(statements.statement_id) as count_statements
from issues
left join statements using (issue_id)
group by all
order by count_statements desc, issues.issue_id asc
