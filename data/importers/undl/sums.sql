-- Are the totals of each roll call the sums of its votes?
-- One row per roll call: where it stands first, the totals that differ, in words, nothing where all agree, and whether
-- it may have more members than rows.
with counted as (
    select
        undl_id,
        any_value(version) as version,  -- noqa: RF04
        min(at_row) as at_row,
        count(*) filter (where ms_vote = 'Y') as yes,  -- noqa: RF04
        count(*) filter (where ms_vote = 'N') as no,  -- noqa: RF04
        count(*) filter (where ms_vote = 'A') as abstained,
        count(*) filter (where ms_vote = 'X') as not_voting,
        count(*) as members
    from cells
    group by undl_id
),

compared as (
    select
        counted.undl_id,
        counted.version,
        counted.at_row,
        unnest([
            { 'what': 'yes', 'given': told.total_yes, 'found': counted.yes },
            { 'what': 'no', 'given': told.total_no, 'found': counted.no },
            { 'what': 'abstentions', 'given': told.total_abstentions, 'found': counted.abstained },
            { 'what': 'not voting', 'given': told.total_non_voting, 'found': counted.not_voting },
            { 'what': 'member states', 'given': told.total_ms, 'found': counted.members }
        ]) as total
    from counted
    inner join told on counted.version = told.version
)

select
    compared.undl_id,
    compared.version,
    compared.at_row,
    coalesce(
        string_agg(
            total.what || ' ' || coalesce(nullif(regexp_replace(total.given, '[.]0$', ''), ''), 'not given')
            || ', counted ' || total.found,
            '; '
        ) filter (where coalesce(try_cast(total.given as double), -1) <> total.found),
        ''
    ) as differing,
    bool_or(total.what = 'member states' and coalesce(try_cast(total.given as double) > total.found, true)) as may_lack
from compared
group by compared.undl_id, compared.version, compared.at_row
