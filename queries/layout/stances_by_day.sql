-- How many statements of each stance count from each day, by what is known of their dates?
-- One row per day, first day known, precision and stance; statements without a source are not counted.
select
    counts_on,
    date as known_from,
    date_precision,
    stance,
    count(*) as count_statements
from statements
where count_sources > 0
group by all
order by counts_on, known_from, date_precision, stance
