-- On what does each statement rest?
-- One row per statement, source and passage. Where the sheet does not say how close the source is to the actor, the
-- weakest is taken; whoever rests on the sheet alone is only named in it.
with every as (
    select
        statement_id,
        source_id,
        case when source_id = 'this-sheet' then 'listed' else coalesce(attribution, 'listed') end as attribution,
        locator,
        quotation as exact,
        null::varchar as prefix,  -- noqa: RF04
        null::varchar as suffix  -- noqa: RF04
    from sourced
    where
        source_id != 'this-sheet'
        or statement_id not in (select listed_evidence.statement_id from listed_evidence)
    union all
    select
        statement_id,
        source_id,
        coalesce(attribution, 'listed') as attribution,
        locator,
        exact,
        prefix,
        suffix
    from listed_evidence
    where statement_id in (select sourced.statement_id from sourced)
)

select *
from every
qualify
    row_number()
        over (partition by statement_id, source_id, exact order by attribution, locator nulls last, prefix)
    = 1
