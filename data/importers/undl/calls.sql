-- Which roll calls were held?
-- One row per roll call.
with notes as (
    select
        undl_id,
        string_agg(ms_code || ': ' || trim(vote_note), '; ' order by ms_code) as notes
    from cells
    where trim(coalesce(vote_note, '')) <> ''
    group by undl_id
),

plain as (
    select
        told.*,
        sums.differing,
        nullif(trim(regexp_replace(told.title, '[[:cntrl:]\s]+', ' ', 'g')), '') as heading
    from sums
    inner join told on sums.version = told.version
)

select
    'undl-' || plain.undl_id as call_id,
    'General Assembly' as body,
    plain.undl_id as number,
    nullif(trim(plain.resolution), '') as symbol,
    regexp_replace(plain.heading, ' ?: resolution / adopted by.*$', '') as name,  -- noqa: RF04
    nullif(
        concat_ws(
            chr(10),
            nullif(plain.title, ''),
            'Agenda item: ' || nullif(plain.agenda_title, ''),
            'Subjects: ' || nullif(plain.subjects, '')
        ),
        ''
    ) as words,
    nullif(
        concat_ws(
            ' ',
            'Session ' || nullif(trim(plain.session), '') || '.',
            'Draft ' || nullif(trim(plain.draft), '') || '.',
            'Committee report ' || nullif(trim(plain.committee_report), '') || '.',
            'Meeting record ' || nullif(trim(plain.meeting), '') || '.',
            'Notes on votes: ' || notes.notes || '.',
            'Totals of the file that are not the sum of its votes: ' || nullif(plain.differing, '') || '.'
        ),
        ''
    ) as note,
    'United Nations Dag Hammarskjöld Library' as publisher,
    if(
        regexp_full_match(plain.undl_link, 'https?://[^ ]+'),
        plain.undl_link,
        'https://digitallibrary.un.org/record/' || plain.undl_id
    ) as url,
    case length(plain.date) when 10 then 'day' when 7 then 'month' else 'year' end as date_precision,
    case length(plain.date)
        when 10 then plain.date
        when 7 then plain.date || '-01'
        else plain.date || '-01-01'
    end::date as date  -- noqa: RF04
from plain
left join notes on plain.undl_id = notes.undl_id
order by call_id
