-- How many statements were made, year by year or day by day, with which stance?
-- One row per bin and stance that has statements; a statement counts once, on the last day of its period.
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
--   $bin            varchar     year | month | week | day (weeks begin on Monday)
-- columns
--   bin_start           date
--   stance              varchar
--   count_statements    bigint
--   count_dated         bigint      those known to belong to the bin: dated as finely as it, or more so
select
    date_trunc($bin, counts_on)::date as bin_start,
    stance,
    count(*) as count_statements,
    count(*) filter (
        where date_precision = 'day' or $bin = 'year' or ($bin = 'month' and date_precision = 'month')
    ) as count_dated
from
    selected_statements(
        $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
        $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
    )
group by all
order by bin_start, stance
