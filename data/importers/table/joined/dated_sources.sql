-- From which day does a source count of which only the month or the year is known?
-- One row per source. Such a source has no day of publication; it counts from the last day of its period.
select
    typed_sources.* replace (
        case
            when recorded_sources.published_precision in ('month', 'year') then null else typed_sources.published
        end as published,
        recorded_sources.published_precision as date_precision,
        case recorded_sources.published_precision
            when 'month' then last_day(typed_sources.published)
            when 'year' then make_date(year(typed_sources.published), 12, 31)
            else typed_sources.counts_on
        end as counts_on
    )
from typed_sources
inner join recorded_sources on typed_sources.source_id = recorded_sources.source_id
