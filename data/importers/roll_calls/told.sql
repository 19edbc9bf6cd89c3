-- How is each roll call told to a reader?
-- One row per roll call: when it was as known, from which day it counts (the last of its period), its result as it
-- can be counted, a title that no other has, and how many rows that may be its own could not be read: with any of these
-- the list is not complete, and a note says so.
with dated as (
    select
        *,
        case date_precision
            when 'day' then date
            when 'month' then last_day(date)
            else make_date(year(date), 12, 31)
        end as counts_on,
        case date_precision
            when 'day' then strftime(date, '%-d %B %Y')
            when 'month' then strftime(date, '%B %Y')
            else strftime(date, '%Y')
        end as known,
        case date_precision when 'day' then 'on ' else 'in ' end as at_or_in,
        coalesce(name, 'Without a title') as named
    from calls
),

counted as (
    select
        call_id,
        count(*) filter (where stance = 'support') as in_favour,
        count(*) filter (where stance = 'oppose') as against,
        count(*) filter (where stance = 'neutral') as abstained,
        count(*) filter (where stance is null) as not_voting
    from votes
    group by call_id
),

lacking as (
    select
        call_id,
        sum(count_rows)::bigint as count_lost
    from (
        select
            lost.call_id,
            lost.count_rows
        from lost
        union all
        select
            votes.call_id,
            1 as count_rows
        from votes
        where
            votes.code not in (select actors.actor_id from actors)
            and votes.code not in (select codes.code from codes)
    ) as every_row
    group by call_id
),

titled as (
    select
        * exclude (named),
        if(length(named) > 120, rtrim(left(named, 119), ' ,.:;') || '…', rtrim(named, ' .'))
        || ' (' || coalesce(symbol || ', ', '') || known || ')' as short_title
    from dated
)

select
    titled.* exclude (titled.short_title, titled.note),
    counted.* exclude (counted.call_id),
    coalesce(lacking.count_lost, 0) as count_lost,
    nullif(
        concat_ws(
            ' ',
            titled.note,
            'Rows that may be of this roll call and could not be read: ' || lacking.count_lost
            || '; who is missing here may have voted.'
        ),
        ''
    ) as note,
    titled.short_title
    || if(count(*) over (partition by titled.short_title) > 1, ', roll call ' || titled.number, '') as title
from titled
inner join counted on titled.call_id = counted.call_id
left join lacking on titled.call_id = lacking.call_id
