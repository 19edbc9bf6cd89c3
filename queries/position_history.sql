-- How did an actor's own position on each issue unfold?
-- One row per issue and day on which words or votes of its own begin to count: by the rule of docs/method.md#positions
-- these decide from that day on until the next. By issue title, then day.
-- parameters
--   $actor_id                  varchar
-- columns
--   issue_id                   varchar
--   issue_title                varchar     name of the issue
--   day                        date        day from which the statements count
--   date_label                 varchar     the date as known: 15 April 2020, April 2020, 2020
--   stance                     varchar     support | oppose | neutral | contested
--   stance_label               varchar     the stance in the issue's own words; null where contested
--   is_vote                    boolean     whether the statements are votes
--   attribution                varchar     strongest among the evidence: direct | press | listed
--   statement_ids              varchar[]   the statements of that day
--   held_until                 date        last day before the next row; null = nothing newer is on record
--   previous_stance            varchar     the stance before; null = the first on record
--   previous_label             varchar     its label
--   previous_statement_ids     varchar[]   the statements on which that rested
--   change                     varchar     first | changed | reaffirmed
with days as (
    select
        issue_id,
        counts_on as day,  -- noqa: RF04
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        bool_and(kind = 'vote') as is_vote,
        strongest_attribution(attribution) as attribution,
        list(statement_id order by statement_id) as statement_ids
    from selected_statements(null, null, null, [$actor_id], null, null, null, null, null)
    group by issue_id, counts_on
),

labelled as (
    select
        days.*,
        issues.title as issue_title,
        statement_rows.date_label,
        case when days.stance != 'contested' then statement_rows.stance_label end as stance_label
    from days
    inner join issues using (issue_id)
    inner join statement_rows on days.statement_ids[-1] = statement_rows.statement_id
)

select
    issue_id,
    issue_title,
    day,
    date_label,
    stance,
    stance_label,
    is_vote,
    attribution,
    statement_ids,
    lead(day) over in_time - 1 as held_until,
    lag(stance) over in_time as previous_stance,
    lag(stance_label) over in_time as previous_label,
    lag(statement_ids) over in_time as previous_statement_ids,
    case
        when lag(stance) over in_time is null then 'first'
        when lag(stance) over in_time = stance then 'reaffirmed'
        else 'changed'
    end as change  -- noqa: RF04
from labelled
window in_time as (partition by issue_id order by day)
order by issue_title, issue_id, day
