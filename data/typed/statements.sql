-- Who said what on which issue?
-- One row per statement, with the day from which it counts (the last of its period, so that it is never
-- claimed too early), the organisations that its actor was a full member of on that day, and how well it is evidenced.
with dated as (
    select
        *,
        case date_precision
            when 'day' then date::date
            when 'month' then last_day(date::date)
            when 'year' then make_date(year(date::date), 12, 31)
        end as counts_on
    from recorded_statements
),

carried as (
    select
        statement_id,
        arg_min(attribution, case attribution when 'direct' then 1 when 'press' then 2 else 3 end) as attribution,
        count(distinct source_id)::integer as count_sources
    from recorded_evidence
    group by statement_id
),

belonging as (
    select
        dated.statement_id,
        list(distinct memberships.organisation_id order by memberships.organisation_id) as organisations
    from dated
    inner join memberships
        on
            dated.actor_id = memberships.actor_id
            and memberships.is_full
            and dated.counts_on >= memberships.member_from
            and (memberships.member_until is null or dated.counts_on <= memberships.member_until)
    group by dated.statement_id
)

select
    dated.statement_id,
    dated.actor_id,
    dated.speaker,
    dated.date::date as date,  -- noqa: RF04
    dated.date_precision,
    dated.counts_on,
    dated.event_id,
    dated.issue_id,
    dated.stance,
    dated.kind,
    dated.summary,
    dated.doubt,
    coalesce(belonging.organisations, []) as organisations,
    carried.attribution,
    coalesce(carried.count_sources, 0) as count_sources
from dated
left join belonging on dated.statement_id = belonging.statement_id
left join carried on dated.statement_id = carried.statement_id
order by dated.statement_id
