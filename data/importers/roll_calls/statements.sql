-- Who voted how?
-- One row per vote that was cast. A state that no longer exists, or was called otherwise, is named as it was.
with belonging as (
    select
        filed.actor_id,
        told.counts_on,
        list(distinct memberships.organisation_id order by memberships.organisation_id) as organisations
    from (select distinct
        actor_id,
        call_id
    from filed) as filed
    inner join told on filed.call_id = told.call_id
    inner join memberships
        on
            filed.actor_id = memberships.actor_id
            and memberships.is_full
            and told.counts_on >= memberships.member_from
            and (memberships.member_until is null or told.counts_on <= memberships.member_until)
    group by filed.actor_id, told.counts_on
)

select
    filed.statement_id,
    filed.actor_id,
    'Delegation' || if(filed.is_other, ' of ' || filed.name, '') || ' to the UN ' || told.body as speaker,
    told.date,
    told.date_precision,
    told.counts_on,
    filed.call_id as event_id,
    filed.call_id as issue_id,
    filed.stance,
    'vote' as kind,
    filed.name
    || case filed.stance
        when 'support' then ' voted in favour: '
        when 'oppose' then ' voted against: '
        else ' abstained: '
    end
    || told.title as summary,  -- noqa: RF04
    coalesce(belonging.organisations, []) as organisations,
    'listed' as attribution,
    1 as count_sources
from filed
inner join told on filed.call_id = told.call_id
left join belonging on filed.actor_id = belonging.actor_id and told.counts_on = belonging.counts_on
order by filed.statement_id
