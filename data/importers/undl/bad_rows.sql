-- Which rows cannot be read?
-- One row per such row of the file, with what is wrong.
with judged as (
    select
        *,
        case
            when not regexp_full_match(undl_id, '[0-9]{1,12}') then 'has no undl_id, which is a number'
            when not regexp_full_match(date, '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?') then 'has no date such as 1991-12-21'
            when try_cast(left(date || '-01-01', 10) as date) is null then 'has a date that is not in the calendar'
            when
                not regexp_full_match(
                    concat_ws(',', total_yes, total_no, total_abstentions, total_non_voting, total_ms),
                    '(([0-9]{1,4}([.]0)?)?,){4}([0-9]{1,4}([.]0)?)?'
                )
                then 'has a total that is no number'
            when
                greatest(length(title), length(agenda_title), length(subjects), length(draft), length(meeting)) > 10000
                or greatest(length(session), length(resolution), length(committee_report), length(undl_link)) > 4000
                then 'has a cell that is too long'
            when contains(title || agenda_title || subjects, chr(0)) then 'holds zero bytes'
        end as what,
        first_value(version) over (partition by undl_id order by at_row) as first_version,
        first_value(at_row) over (partition by undl_id order by at_row) as first_row
    from told
),

of_rows as (
    select
        cells.at_row,
        case
            when judged.what is not null then judged.what
            when judged.version <> judged.first_version
                then 'says otherwise of its roll call than row ' || judged.first_row
            when not regexp_full_match(cells.ms_code, '[A-Z]{3}') then 'has no ms_code of three letters'
            when cells.ms_vote not in ('Y', 'N', 'A', 'X') then 'has an ms_vote that is none of Y, N, A and X'
            when greatest(length(cells.ms_name), length(coalesce(cells.vote_note, ''))) > 4000
                then 'has a cell that is too long'
            when count(*) over (partition by cells.undl_id, cells.ms_code) > 1
                then 'has an ms_code that is there twice for its undl_id'
        end as what
    from cells
    inner join judged on cells.version = judged.version
)

select
    at_row,
    what
from of_rows
where what is not null
order by at_row
