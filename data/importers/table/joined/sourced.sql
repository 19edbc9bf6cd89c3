-- From which source does each row of the sheet come, and what is its statement called?
-- One row per row of the sheet. Ids are made of what stands in the row, so that they stay when the sheet is sorted
-- anew: of a source, its host and digits of its address or, without one, of what it is called; a row that names none
-- rests on the sheet itself. Of a statement, its date, its actor and digits of all by which two statements differ.
with listed as (
    select
        url,
        min(source_id) as source_id
    from listed_sources
    where url is not null
    group by url
),

sourced as (
    select
        sheet.* exclude (source_id),
        case
            when sheet.source_id is not null then sheet.source_id
            when listed.source_id is not null then listed.source_id
            when sheet.source_url is not null
                then
                    coalesce(
                        nullif(
                            trim(
                                regexp_replace(
                                    lower(strip_accents(
                                        regexp_extract(sheet.source_url, '(?i)^https?://([^/:?#]+)', 1)
                                    )),
                                    '[^a-z0-9]+', '-', 'g'
                                ),
                                '-'
                            ),
                            ''
                        ),
                        'source'
                    ) || '-' || left(sha256(sheet.source_url), 10)
            when sheet.source_title is not null
                then
                    'source-'
                    || left(
                        sha256(
                            lower(sheet.source_title) || chr(31) || coalesce(lower(sheet.source_publisher), '')
                            || chr(31) || coalesce(sheet.source_published, '')
                        ),
                        10
                    )
            else 'this-sheet'
        end as source_id
    from sheet
    left join listed on sheet.source_url = listed.url
)

select
    sourced.* exclude (statement_id),
    statement_id is null as is_made,
    coalesce(
        statement_id,
        "date" || '-' || lower(actor_id) || '-'  -- noqa: RF06
        || left(
            sha256(
                actor_id || chr(31) || "date" || chr(31) || date_precision || chr(31)  -- noqa: RF06
                || issue_id || chr(31) || stance || chr(31) || source_id
            ),
            12
        )
    ) as statement_id
from sourced
