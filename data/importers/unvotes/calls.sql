-- Which roll calls were held?
-- One row per source of the data set. Up to session 57 a day from 1 to 7 is no day of the month but mostly that of the
-- week: R/44/205 of Friday, 22 December 1989, stands as 6 December, R/42/66 of Wednesday, 2 December 1987, as 4.
with topics as (
    select
        source_id,
        string_agg(topic, '; ' order by topic) as topics
    from source_topics
    group by source_id
),

dated as (
    select
        *,
        nullif(trim(regexp_replace(title, '[[:cntrl:]\s]+', ' ', 'g')), '') as heading,
        nullif(trim(regexp_replace(text, '[[:cntrl:]\s]+', ' ', 'g')), '') as description,
        session <= 57 and day(date) <= 7 as is_by_month
    from sources
),

named as (
    select
        *,
        regexp_replace(description, ' ?: resolution / adopted by.*$', '') as wording
    from dated
)

select
    named.source_id as call_id,
    'General Assembly' as body,
    named.rcid::varchar as number,
    nullif(trim(named.resolution), '') as symbol,
    case
        when named.heading is null or starts_with(named.description, named.heading) then named.wording
        when named.wording is null then named.heading
        else named.heading || ': ' || named.wording
    end as name,  -- noqa: RF04
    nullif(named.text, '') as words,
    nullif(
        concat_ws(
            ' ',
            'Topics in the data set: ' || topics.topics || '.',
            if(named.important_vote = 1, 'The data set marks it as an important vote.', null),
            if(named.is_by_month, 'The data set does not give its day.', null)
        ),
        ''
    ) as note,
    'unvotes (E. Voeten: UN General Assembly voting data)' as publisher,
    'https://github.com/dgrtwo/unvotes' as url,
    if(named.is_by_month, 'month', 'day') as date_precision,
    if(named.is_by_month, date_trunc('month', named.date)::date, named.date) as date  -- noqa: RF04
from named
left join topics on named.source_id = topics.source_id
order by call_id
