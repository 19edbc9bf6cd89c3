-- How many statements of each stance were made in each month, of those that are dated by it or by the day?
select
    strftime('%Y-%m', counts_on) as in_month,
    stance,
    count(*) as count_statements
from statements
where counts_on between $since and $until and count_sources > 0 and date_precision in ('day', 'month')
group by 1, 2
