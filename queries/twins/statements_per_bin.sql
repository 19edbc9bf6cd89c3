-- How many statements were made, year by year or day by day, with which stance?
-- One row per bin and stance that has statements, and one per period and stance for those that are dated less finely
-- than the bins: a statement counts once, and its period is in the range when its last day is. By first day.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $bin            varchar     year | month | week | day (weeks begin on Monday)
-- columns
--   starts              date        first day of the bin, which may lie before the range; or of the period known
--   ends                date        last day of the bin, or of the period known
--   is_certain          boolean     whether the statements are dated as finely as the bins; else in no bin
--   stance              varchar
--   count_statements    bigint
with in_range as (
    select
        *,
        date_precision = 'day' or $bin = 'year' or ($bin = 'month' and date_precision = 'month') as is_certain
    from stances_by_day
    where ($since::date is null or counts_on >= $since::date) and ($until::date is null or counts_on <= $until::date)
),

counted as (
    select
        case when is_certain then date_trunc($bin, counts_on)::date else known_from end as starts,  -- noqa: RF04
        case when not is_certain then counts_on end as known_until,
        is_certain,
        stance,
        sum(count_statements)::bigint as count_statements
    from in_range
    group by all
)

select
    starts,
    case
        when not is_certain then known_until
        when $bin = 'year' then make_date(year(starts), 12, 31)
        when $bin = 'month' then last_day(starts)
        when $bin = 'week' then starts + 6
        else starts
    end as ends,
    is_certain,
    stance,
    count_statements
from counted
order by starts, ends, is_certain, stance
